package dev.tributary.attribution.link;

import dev.tributary.attribution.text.Folding;
import dev.tributary.runtime.identity.LengthPrefixed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The form in which UTM parameters are compared: each one folded, without outer white space; then
 * hashed together behind their lengths, so that no two different sets share a key.
 *
 * @param hex 32 hexadecimal digits: the first 16 bytes of SHA-256
 */
public record UtmKey(String hex) {
  private static final int LENGTH_BYTES = 16;

  /** The key of the parameters; empty when all of them are absent or blank. */
  public static Optional<UtmKey> of(UtmParameters utm) {
    List<String> canonical =
        Stream.of(utm.source(), utm.medium(), utm.campaign(), utm.term(), utm.content(), utm.id())
            .map(value -> Folding.of(value).strip())
            .toList();
    if (canonical.stream().allMatch(String::isEmpty)) {
      return Optional.empty();
    }
    byte[] hash = sha256().digest(LengthPrefixed.encode(canonical));
    return Optional.of(new UtmKey(HexFormat.of().formatHex(Arrays.copyOf(hash, LENGTH_BYTES))));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
