package dev.tributary.attribution.batch;

import dev.tributary.runtime.identity.LengthPrefixed;
import dev.tributary.runtime.identity.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A short form of {@link Content} that is stored with an item: a version byte and the first 16
 * bytes of SHA-256 over the names and values of its fields. A later version must keep telling items
 * of this one.
 */
public final class Fingerprint {
  private static final byte VERSION = 1;
  private static final int LENGTH_BYTES = 17;

  private final byte[] bytes;

  private Fingerprint(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The fingerprint of a content, in the newest version. */
  public static Fingerprint of(Content content) {
    Map<String, String> fields = content.fields();
    String[] names = fields.keySet().toArray(String[]::new);
    Arrays.sort(names);
    List<String> parts = new ArrayList<>(2 * names.length);
    for (String name : names) {
      parts.add(name);
      parts.add(fields.getOrDefault(name, ""));
    }
    byte[] hash = Sha256.digest().digest(LengthPrefixed.encode(parts));
    byte[] bytes = new byte[LENGTH_BYTES];
    bytes[0] = VERSION;
    System.arraycopy(hash, 0, bytes, 1, LENGTH_BYTES - 1);
    return new Fingerprint(bytes);
  }

  /**
   * A fingerprint as it was stored.
   *
   * @throws IllegalArgumentException if it has another form than this server knows
   */
  public static Fingerprint stored(byte[] bytes) {
    if (bytes.length != LENGTH_BYTES || bytes[0] != VERSION) {
      throw new IllegalArgumentException(
          "fingerprint: " + bytes.length + " bytes (expected: version " + VERSION + ")");
    }
    return new Fingerprint(bytes.clone());
  }

  /** A copy of the bytes, for the database. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Whether an item with this content was recorded under this fingerprint. */
  public boolean matches(Content content) {
    return Arrays.equals(bytes, of(content).bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint fingerprint && Arrays.equals(bytes, fingerprint.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
