package dev.tributary.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ingestion.v1.Creator;
import dev.tributary.metrics.v1.KpiRow;
import dev.tributary.reporting.peer.CampaignAnswers;
import dev.tributary.reporting.peer.KpiAnswer;
import dev.tributary.reporting.sample.SampleCampaign;
import dev.tributary.reporting.sample.SampleReports;
import dev.tributary.reporting.v1.RenderFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Names come from outside; in a report they are text and nothing else. */
class HostileTextTest {
  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final String ATTRIBUTE = "\" onmouseover=\"alert(2)";
  private static final String LINK = "[free](javascript:alert(3)) | ![x](http://evil)";

  @Test
  void a_name_is_never_markup_in_html() {
    String page = render(RenderFormat.RENDER_FORMAT_HTML);

    assertThat(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;")).isTrue();
    assertThat(tags(page))
        .hasSizeGreaterThan(500)
        .noneMatch(tag -> tag.startsWith("<script") || tag.startsWith("<img"))
        .noneMatch(tag -> tag.matches("(?s)[^\"]*(\"[^\"]*\"[^\"]*)*\\bonmouseover=.*"));
  }

  @Test
  void a_name_is_never_markup_in_markdown() {
    String text = render(RenderFormat.RENDER_FORMAT_MARKDOWN);

    assertThat(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;")).isTrue();
    assertThat(text.contains("\\[free\\](javascript:alert(3)) \\| !\\[x\\](http://evil)")).isTrue();
    assertThat(text.contains("<script")).isFalse();
  }

  @Test
  void a_table_of_markdown_keeps_its_columns() {
    String text = render(RenderFormat.RENDER_FORMAT_MARKDOWN);

    assertThat(text.lines().filter(line -> line.contains("free")))
        .isNotEmpty()
        .filteredOn(line -> line.startsWith("|"))
        .allSatisfy(
            line ->
                assertThat(line.replace("\\|", "").chars().filter(c -> c == '|').count())
                    .isIn(3L, 4L, 8L, 9L));
  }

  /** Everything between angle brackets; escaped text has none. */
  private static List<String> tags(String page) {
    return Pattern.compile("<[^>]*>").matcher(page).results().map(MatchResult::group).toList();
  }

  private static String render(RenderFormat format) {
    return Renderings.render(SampleReports.of(hostile()), format).text();
  }

  private static CampaignAnswers hostile() {
    CampaignAnswers answers = SampleCampaign.answers();
    List<String> names = List.of(SCRIPT, ATTRIBUTE, LINK);
    List<Creator> creators =
        answers.creators().stream()
            .map(
                creator ->
                    creator.toBuilder()
                        .setDisplayName(
                            names.get(answers.creators().indexOf(creator) % names.size()))
                        .build())
            .toList();
    return new CampaignAnswers(
        answers.campaign().toBuilder().setDisplayName(SCRIPT).build(),
        answers.collaborations(),
        creators,
        answers.posts(),
        answers.definitions(),
        hostile(answers.kpis()),
        answers.series(),
        answers.faults(),
        answers.credits(),
        answers.orders());
  }

  /** Reasons stand in attributes too. */
  private static KpiAnswer hostile(KpiAnswer kpis) {
    return new KpiAnswer(
        kpis.kpiIds(),
        kpis.rows().stream().map(HostileTextTest::hostile).toList(),
        kpis.total(),
        kpis.revenueBase(),
        kpis.currencyCode(),
        kpis.asOf());
  }

  private static KpiRow hostile(KpiRow row) {
    KpiRow.Builder hostile = row.toBuilder();
    hostile
        .getValuesBuilderList()
        .forEach(
            value -> {
              if (!value.getValue().getReason().isEmpty()) {
                value.getValueBuilder().setReason(ATTRIBUTE);
              }
            });
    return hostile.build();
  }
}
