package dev.tributary.reporting.render;

import dev.tributary.reporting.v1.RenderFormat;
import dev.tributary.reporting.v1.ReportContent;

/** All forms of a report. */
public final class Renderings {
  /** Rises when any renderer gives other bytes for the same report; kept with each rendering. */
  public static final int VERSION = 1;

  private static final String PREFIX = "RENDER_FORMAT_";
  private static final Renderer JSON = new JsonRenderer();
  private static final Renderer MARKDOWN = new MarkdownRenderer();
  private static final Renderer HTML = new HtmlRenderer();

  private Renderings() {}

  /** The report in a form. */
  public static Rendering render(ReportContent content, RenderFormat format) {
    return renderer(format).render(content);
  }

  /** Short name of a form: "JSON", "MARKDOWN", "HTML". */
  public static String name(RenderFormat format) {
    return format.name().substring(PREFIX.length());
  }

  private static Renderer renderer(RenderFormat format) {
    return switch (format) {
      case RENDER_FORMAT_JSON -> JSON;
      case RENDER_FORMAT_MARKDOWN -> MARKDOWN;
      case RENDER_FORMAT_HTML -> HTML;
      case RENDER_FORMAT_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("format: " + format);
    };
  }
}
