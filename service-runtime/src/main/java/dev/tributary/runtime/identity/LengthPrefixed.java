package dev.tributary.runtime.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The bytes of a list of texts, to be hashed. Each text is UTF-8 behind its length (4 bytes, big
 * endian), so two different lists never give the same bytes: {@code (ab, c)} and {@code (a, bc)}
 * stay apart.
 */
public final class LengthPrefixed {
  private LengthPrefixed() {}

  /** The bytes of the parts in their order. The format is stored in hashes and never changes. */
  public static byte[] encode(List<String> parts) {
    List<byte[]> texts = parts.stream().map(part -> part.getBytes(StandardCharsets.UTF_8)).toList();
    ByteBuffer bytes =
        ByteBuffer.allocate(texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum());
    texts.forEach(text -> bytes.putInt(text.length).put(text));
    return bytes.array();
  }
}
