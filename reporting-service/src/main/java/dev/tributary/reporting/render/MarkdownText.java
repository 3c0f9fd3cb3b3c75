package dev.tributary.reporting.render;

/** Text inside Markdown that means itself and nothing else. */
final class MarkdownText {
  private static final String SPECIAL = "\\`*_[]|~#";

  private MarkdownText() {}

  /** The text with every character escaped that Markdown or HTML would read as a sign. */
  static String escaped(String text) {
    var escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '\n', '\t' -> escaped.append(' ');
        default -> {
          if (SPECIAL.indexOf(character) >= 0) {
            escaped.append('\\');
          }
          escaped.append(character);
        }
      }
    }
    return escaped.toString();
  }
}
