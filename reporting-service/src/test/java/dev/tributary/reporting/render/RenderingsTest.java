package dev.tributary.reporting.render;

import dev.tributary.reporting.sample.SampleReports;
import dev.tributary.reporting.v1.RenderFormat;
import dev.tributary.reporting.v1.ReportContent;
import dev.tributary.type.v1.Objective;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RenderingsTest {
  @Test
  void a_sales_report_as_json() throws IOException {
    assertGolden(SampleReports.sales(), RenderFormat.RENDER_FORMAT_JSON, "sales.json");
  }

  @Test
  void a_sales_report_as_markdown() throws IOException {
    assertGolden(SampleReports.sales(), RenderFormat.RENDER_FORMAT_MARKDOWN, "sales.md");
  }

  @Test
  void a_sales_report_as_html() throws IOException {
    assertGolden(SampleReports.sales(), RenderFormat.RENDER_FORMAT_HTML, "sales.html");
  }

  @Test
  void an_awareness_report_as_html() throws IOException {
    assertGolden(
        SampleReports.of(Objective.OBJECTIVE_AWARENESS),
        RenderFormat.RENDER_FORMAT_HTML,
        "awareness.html");
  }

  private static void assertGolden(ReportContent content, RenderFormat format, String file)
      throws IOException {
    GoldenFiles.assertEquals(file, Renderings.render(content, format).text());
  }
}
