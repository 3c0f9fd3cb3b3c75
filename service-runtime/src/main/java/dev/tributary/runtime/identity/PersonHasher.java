package dev.tributary.runtime.identity;

import dev.tributary.runtime.settings.Secret;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns a person's identifier into the only form that is stored, fed or logged: {@code
 * HMAC-SHA256(key, workspace, kind, value)}, its first 16 bytes, over length-prefixed parts.
 * Whoever has the database but not the key learns nothing by guessing; whoever loses the key loses
 * the matching of old and new events, but no money. Thread-safe.
 */
public final class PersonHasher {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /** Never fed, only copied. */
  private final Mac keyed;

  private PersonHasher(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.keyed = keyed(this.key);
  }

  /**
   * A hasher with the configured key, else with the one in the file, else with a new one that is
   * written to the file.
   *
   * @param idKey the key as at least 64 hexadecimal digits (32 bytes), for example from {@code
   *     openssl rand -hex 32}
   * @param generatedKeyFile where a generated key lives; readable by its owner only
   * @param mayGenerate whether a key may be made; false with a shared database, where every process
   *     needs the same key
   * @throws IllegalArgumentException if the key is malformed, or absent although none may be
   *     generated
   */
  public static PersonHasher open(
      Optional<Secret> idKey, Path generatedKeyFile, boolean mayGenerate) {
    if (idKey.isPresent()) {
      return new PersonHasher(KeyFile.parse("id-key", idKey.get().reveal()));
    }
    if (!mayGenerate) {
      throw new IllegalArgumentException(
          "id-key: absent (expected: at least 64 hexadecimal digits, the same for every process on this database)");
    }
    return new PersonHasher(new KeyFile(generatedKeyFile).readOrCreate());
  }

  /** The key of a person in a workspace. The same arguments always give the same key. */
  public PersonKey hash(String workspace, PersonKind kind, String value) {
    byte[] parts =
        LengthPrefixed.encode(List.of(workspace, kind.hashedName(), kind.canonical(value)));
    return new PersonKey(Arrays.copyOf(mac().doFinal(parts), PersonKey.LENGTH));
  }

  /** A copy of the keyed one: keying costs as much as hashing. */
  private Mac mac() {
    try {
      return (Mac) keyed.clone();
    } catch (CloneNotSupportedException providerWithout) {
      return keyed(key);
    }
  }

  private static Mac keyed(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
    }
  }
}
