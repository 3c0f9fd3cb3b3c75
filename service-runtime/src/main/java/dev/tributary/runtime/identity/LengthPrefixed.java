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
    byte[][] texts = new byte[parts.size()][];
    int length = 0;
    for (int i = 0; i < texts.length; i++) {
      texts[i] = parts.get(i).getBytes(StandardCharsets.UTF_8);
      length += Integer.BYTES + texts[i].length;
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    for (byte[] text : texts) {
      bytes.putInt(text.length).put(text);
    }
    return bytes.array();
  }
}
