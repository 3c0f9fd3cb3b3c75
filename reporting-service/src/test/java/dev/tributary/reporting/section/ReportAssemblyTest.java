package dev.tributary.reporting.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.reporting.peer.CampaignAnswers;
import dev.tributary.reporting.sample.SampleCampaign;
import dev.tributary.reporting.sample.SampleReports;
import dev.tributary.reporting.v1.Block;
import dev.tributary.reporting.v1.ChartMark;
import dev.tributary.reporting.v1.ChartMarkKind;
import dev.tributary.reporting.v1.LineChart;
import dev.tributary.reporting.v1.ReportContent;
import dev.tributary.reporting.v1.Row;
import dev.tributary.reporting.v1.Score;
import dev.tributary.reporting.v1.Section;
import dev.tributary.reporting.v1.Table;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.AsOf;
import dev.tributary.type.v1.Objective;
import dev.tributary.type.v1.ValueState;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReportAssemblyTest {
  private final ReportContent sales = SampleReports.sales();

  @Test
  void the_same_answers_make_the_same_report() {
    assertThat(SampleReports.sales().toByteString()).isEqualTo(sales.toByteString());
  }

  @Test
  void sections_come_in_reading_order() {
    assertThat(sales.getSectionsList())
        .extracting(Section::getSectionId)
        .containsExactly(
            "scoreboard",
            "delivery",
            "spend",
            "creators",
            "platforms",
            "sales",
            "time",
            "unknown",
            "method");
  }

  @Test
  void the_scoreboard_leads_with_the_objectives_kpis_and_then_has_every_other_target() {
    assertThat(scores(sales))
        .extracting(Score::getKpiId)
        .containsExactly(
            "conversions",
            "revenue",
            "roas",
            "roi",
            "cpa",
            "clicks",
            "ctr",
            "cvr_click",
            "aov",
            "impressions");
    assertThat(scores(SampleReports.of(Objective.OBJECTIVE_AWARENESS)))
        .extracting(Score::getKpiId)
        .startsWith("impressions", "reach", "video_views", "engagements");
  }

  @Test
  void a_target_that_is_met_counts_and_a_limit_that_is_exceeded_does_not() {
    assertThat(section(sales, "scoreboard").getSentencesList())
        .containsExactly(
            "Revenue (net sales): 44,191.78 EUR, 98.2 % of the target of 45,000.00 EUR.",
            "1 of 5 targets is met so far.");
  }

  @Test
  void a_target_without_a_kpi_is_said_to_be_unjudged() {
    assertThat(section(sales, "unknown").getSentencesList())
        .contains("The target for \"emv\" cannot be judged: there is no such KPI.");
  }

  @Test
  void cost_says_for_how_many_it_is_known_and_for_whom_it_is_not() {
    assertThat(section(sales, "spend").getSentencesList())
        .containsExactly(
            "Recorded cost: 39,685.00 EUR (12 of 14 collaborations).",
            "That is 79.4 % of the budget of 50,000.00 EUR.");
    assertThat(section(sales, "unknown").getSentencesList())
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .contains("Return on ad spend", "Cost per click")
                    .contains(
                        "12 of 14 collaborations complete; missing: cost: no cost observed (2)")
                    .contains("No number for Jonas Weber and Ida Karlsson (creator-11)."));
  }

  @Test
  void fees_of_two_currencies_are_never_one_sum() {
    Table spending = tables(section(sales, "spend")).get(0);

    assertThat(spending.getTotal().getCells(1).getValue().getMoneyTotals().getAmountsList())
        .hasSize(2);
    assertThat(spending.getTotal().getCells(1).getValue().getState())
        .isEqualTo(ValueState.VALUE_STATE_PARTIAL);
  }

  @Test
  void credits_tie_out_with_the_orders_and_with_the_kpi() {
    assertThat(section(sales, "sales").getSentencesList())
        .hasSize(2)
        .allSatisfy(sentence -> assertThat(sentence).endsWith("the difference is 0.00 EUR."));
  }

  @Test
  void a_difference_between_ledger_and_kpi_is_shown_with_its_sign() {
    CampaignAnswers answers = SampleCampaign.answers();
    var credits = answers.credits().toBuilder();
    credits.getCreditsBuilder(0).setNetMinor(credits.getCredits(0).getNetMinor() - 250);
    ReportContent report = SampleReports.of(SampleAnswers.with(answers, credits.build()));

    assertThat(section(report, "sales").getSentences(0))
        .endsWith("the difference is −2.50 EUR. The ledger was read after the KPI.");
  }

  @Test
  void deliverables_are_owed_due_delivered_late_and_overdue() {
    Table byFormat = tables(section(sales, "delivery")).get(0);

    assertThat(byFormat.getTotal().getCellsList())
        .extracting(cell -> cell.hasValue() ? cell.getValue().getCount() : -1)
        .containsExactly(-1L, 56L, 56L, 54L, 0L, 2L);
  }

  @Test
  void the_days_without_a_number_are_gaps_and_not_zeros() {
    LineChart chart = section(sales, "time").getBlocks(0).getLineChart();

    assertThat(chart.getPointsCount()).isEqualTo(35);
    assertThat(chart.getPoints(0).getValue().getMoney().getMinorUnits()).isZero();
    assertThat(chart.getPoints(25).getValue().getState())
        .isEqualTo(ValueState.VALUE_STATE_NOT_COLLECTED);
    assertThat(section(sales, "time").getSentencesList())
        .containsExactly("The highest day is 22 Apr 2026 with 2,416.00 EUR.");
  }

  @Test
  void events_and_publications_are_marked_on_their_day_in_the_campaigns_zone() {
    List<ChartMark> marks = section(sales, "time").getBlocks(0).getLineChart().getMarksList();

    assertThat(marks)
        .filteredOn(mark -> mark.getKind() == ChartMarkKind.CHART_MARK_KIND_EVENT)
        .extracting(ChartMark::getDate, ChartMark::getLabel)
        .startsWith(tuple("2026-04-08", "Launch: Serum in the shop"));
    assertThat(marks)
        .filteredOn(mark -> mark.getKind() == ChartMarkKind.CHART_MARK_KIND_POSTS)
        .first()
        .satisfies(mark -> assertThat(mark.getLabel()).startsWith("5 posts: Åsa Lindqvist"));
  }

  @Test
  void two_creators_of_one_name_are_told_apart_by_id() {
    assertThat(tables(section(sales, "creators")).get(0).getRowsList())
        .extracting(row -> row.getCells(0).getText())
        .contains("Ida Karlsson (creator-11)", "Ida Karlsson (creator-13)")
        .doesNotContain("Ida Karlsson");
  }

  @Test
  void rows_come_in_the_order_of_the_main_kpi() {
    List<Row> rows = tables(section(sales, "creators")).get(0).getRowsList();
    int revenue = rows.get(0).getCellsCount() - 2;

    assertThat(rows)
        .extracting(row -> -row.getCells(revenue).getValue().getMoney().getMinorUnits())
        .isSorted();
  }

  @Test
  void faults_in_the_data_are_listed_with_their_figures() {
    Table faults = tables(section(sales, "unknown")).get(0);

    assertThat(faults.getRowsList())
        .extracting(row -> row.getCells(2).getText())
        .contains("reach 37,088 is above impressions 10,966");
  }

  @Test
  void every_kpi_of_the_report_is_explained() {
    Table formulas = tables(section(sales, "method")).get(0);

    assertThat(formulas.getRowsList())
        .extracting(row -> row.getCells(1).getText())
        .contains("revenue / cost", "cost / impressions × 1,000")
        .doesNotContain("");
  }

  @Test
  void a_report_on_a_feed_that_was_behind_says_by_how_much() {
    AsOf behind =
        AsOf.newBuilder()
            .setFeed("attribution")
            .setRecordTime(ProtoTimes.toProto(SampleCampaign.CREATED))
            .setLagEntries(1_204)
            .build();
    Section method = section(SampleReports.of(SampleAnswers.behind(behind)), "method");
    assertThat(method.getSentencesList())
        .last()
        .asString()
        .startsWith("The attribution feed was followed up to its entry of ")
        .endsWith("; entries known of and not yet counted: 1,204.");
  }

  @Test
  void no_sentence_claims_a_cause() {
    for (Section section : sales.getSectionsList()) {
      assertThat(String.join(" ", section.getSentencesList()).toLowerCase(Locale.ROOT))
          .doesNotContain("because", "due to", "led to", "drove", "thanks to", "caused");
    }
  }

  @Test
  void a_campaign_without_anything_has_a_report_that_says_only_what_it_knows() {
    ReportContent empty = SampleReports.of(SampleAnswers.empty());

    assertThat(empty.getSectionsList())
        .extracting(Section::getSectionId)
        .containsExactly("scoreboard", "unknown", "method");
    assertThat(section(empty, "scoreboard").getSentencesList()).isEmpty();
  }

  private static Section section(ReportContent report, String id) {
    return report.getSectionsList().stream()
        .filter(section -> section.getSectionId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<Score> scores(ReportContent report) {
    return section(report, "scoreboard").getBlocks(0).getScoreboard().getScoresList();
  }

  private static List<Table> tables(Section section) {
    return section.getBlocksList().stream().filter(Block::hasTable).map(Block::getTable).toList();
  }
}
