package dev.tributary.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.util.JsonFormat;
import dev.tributary.reporting.sample.SampleReports;
import dev.tributary.reporting.v1.RenderFormat;
import dev.tributary.reporting.v1.ReportContent;
import dev.tributary.reporting.v1.Section;
import dev.tributary.type.v1.Objective;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RenderingsTest {
  /** Enough of a report to read in review; the other forms have all of it. */
  private static final Set<String> IN_JSON = Set.of("scoreboard", "sales");

  @Test
  void a_sales_report_as_json() throws IOException {
    ReportContent full = SampleReports.sales();
    List<Section> some =
        full.getSectionsList().stream().filter(s -> IN_JSON.contains(s.getSectionId())).toList();
    ReportContent content = full.toBuilder().clearSections().addAllSections(some).build();

    GoldenFiles.assertEquals("sales.json", text(content, RenderFormat.RENDER_FORMAT_JSON));
  }

  @Test
  void a_sales_report_as_markdown() throws IOException {
    GoldenFiles.assertEquals(
        "sales.md", text(SampleReports.sales(), RenderFormat.RENDER_FORMAT_MARKDOWN));
  }

  @Test
  void a_sales_report_as_html() throws IOException {
    GoldenFiles.assertEquals(
        "sales.html", text(SampleReports.sales(), RenderFormat.RENDER_FORMAT_HTML));
  }

  @Test
  void an_awareness_report_as_html() throws IOException {
    ReportContent content = SampleReports.of(Objective.OBJECTIVE_AWARENESS);

    GoldenFiles.assertEquals("awareness.html", text(content, RenderFormat.RENDER_FORMAT_HTML));
  }

  @Test
  void json_is_read_back_as_the_same_content() throws IOException {
    ReportContent.Builder read = ReportContent.newBuilder();

    JsonFormat.parser().merge(text(SampleReports.sales(), RenderFormat.RENDER_FORMAT_JSON), read);

    assertThat(read.build()).isEqualTo(SampleReports.sales());
  }

  @ParameterizedTest
  @EnumSource(value = RenderFormat.class, mode = Mode.MATCH_ANY, names = ".*(JSON|MARKDOWN|HTML)")
  void the_same_report_gives_the_same_bytes(RenderFormat format) {
    ReportContent content = SampleReports.sales();

    assertThat(Renderings.render(content, format).bytes())
        .isEqualTo(Renderings.render(content, format).bytes());
  }

  @ParameterizedTest
  @EnumSource(value = RenderFormat.class, mode = Mode.MATCH_ANY, names = ".*(MARKDOWN|HTML)")
  void nothing_looks_like_a_number_that_is_none(RenderFormat format) {
    assertThat(text(SampleReports.sales(), format))
        .doesNotContain("NaN", "Infinity", "∞", "null", "VALUE_STATE");
  }

  @Test
  void the_page_needs_nothing_from_elsewhere() {
    String page = text(SampleReports.sales(), RenderFormat.RENDER_FORMAT_HTML);

    assertThat(page)
        .contains("default-src 'none'; style-src 'unsafe-inline'")
        .doesNotContain(
            "<script", "<link", "<img", "src=", "@import", "url(", "http://", "https://");
  }

  @Test
  void every_chart_has_whole_pixels_and_a_title() {
    String page = text(SampleReports.sales(), RenderFormat.RENDER_FORMAT_HTML);

    assertThat(page.split("<svg ", -1))
        .hasSize(3)
        .filteredOn(part -> part.startsWith("width"))
        .hasSize(2)
        .allSatisfy(
            chart ->
                assertThat(chart)
                    .matches("(?s)width=\"\\d+\" height=\"\\d+\" .*")
                    .contains("role=\"img\"", "<title id=", "class=\"axis-title\""));
  }

  @Test
  void a_form_that_is_none_is_refused() {
    ReportContent content = SampleReports.sales();

    assertThatThrownBy(() -> Renderings.render(content, RenderFormat.RENDER_FORMAT_UNSPECIFIED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String text(ReportContent content, RenderFormat format) {
    return Renderings.render(content, format).text();
  }
}
