package dev.tributary.local.handout;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as an SVG picture, which prints sharp at any size. */
final class QrImage {
  /** Free modules around the code, as ISO/IEC 18004 asks for. */
  private static final int QUIET_ZONE = 4;

  private QrImage() {}

  /** The picture of a text; half as many damaged modules as {@code HIGH} repairs still read. */
  static String svg(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int size = code.size + 2 * QUIET_ZONE;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append("M%d,%dh1v1h-1z".formatted(x + QUIET_ZONE, y + QUIET_ZONE));
        }
      }
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" aria-label="QR code">\
    <rect width="%1$d" height="%1$d" fill="#fff"/><path d="%2$s" fill="#000"/></svg>"""
        .formatted(size, path);
  }
}
