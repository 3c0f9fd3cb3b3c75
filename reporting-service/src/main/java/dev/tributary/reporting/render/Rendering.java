package dev.tributary.reporting.render;

import java.nio.charset.StandardCharsets;

/**
 * A report in one form.
 *
 * @param contentType its media type
 * @param text what it says
 */
public record Rendering(String contentType, String text) {
  /** Its bytes, in UTF-8. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
