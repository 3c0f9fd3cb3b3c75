package dev.tributary.reporting.render;

import dev.tributary.reporting.v1.ReportContent;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/**
 * One page of HTML that needs nothing else: no script, no font, no picture from elsewhere. The
 * templates are below src/main/jte; they escape whatever they are given by where it stands.
 */
final class HtmlRenderer implements Renderer {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  @Override
  public Rendering render(ReportContent content) {
    var page = new StringOutput();
    TEMPLATES.render("report.jte", PageView.of(content), page);
    return new Rendering("text/html; charset=utf-8", page.toString());
  }
}
