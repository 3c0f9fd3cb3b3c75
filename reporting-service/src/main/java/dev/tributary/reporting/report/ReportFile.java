package dev.tributary.reporting.report;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A file of a report. Its bytes stay in the pieces that they are stored and sent in.
 *
 * @param contentType its media type
 * @param sha256Hex SHA-256 of all bytes, in hexadecimal
 * @param rendererVersion version of the renderer that made it; 0 when none did
 * @param pieces its bytes in order, none longer than {@value #PIECE_BYTES_MAX}
 */
record ReportFile(String contentType, String sha256Hex, int rendererVersion, List<byte[]> pieces) {
  static final int PIECE_BYTES_MAX = 64 * 1024;

  ReportFile {
    pieces = List.copyOf(pieces);
  }

  /** A file of these bytes, at least one. */
  static ReportFile of(String contentType, int rendererVersion, byte[] bytes) {
    List<byte[]> pieces = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += PIECE_BYTES_MAX) {
      pieces.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE_BYTES_MAX)));
    }
    return new ReportFile(contentType, sha256(bytes), rendererVersion, pieces);
  }

  /** All bytes in one. */
  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    pieces.forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
