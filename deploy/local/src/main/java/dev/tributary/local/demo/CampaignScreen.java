package dev.tributary.local.demo;

import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.KpiTarget;
import dev.tributary.local.client.Peers;
import dev.tributary.local.output.TextTable;
import dev.tributary.local.output.ValueTexts;
import dev.tributary.metrics.v1.Dimension;
import dev.tributary.metrics.v1.KpiDefinition;
import dev.tributary.metrics.v1.KpiFilter;
import dev.tributary.metrics.v1.KpiRow;
import dev.tributary.metrics.v1.QueryKpisRequest;
import dev.tributary.metrics.v1.QueryKpisResponse;
import dev.tributary.reporting.figure.Shown;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.Objective;
import dev.tributary.type.v1.Ratio;
import dev.tributary.type.v1.ValueState;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One campaign on the screen: its KPIs against their targets, and its strongest creators. */
final class CampaignScreen {
  private static final List<String> SALES =
      List.of(
          "revenue",
          "conversions",
          "roas",
          "roi",
          "cpa",
          "aov",
          "clicks",
          "ctr",
          "cvr_click",
          "cost",
          "impressions",
          "engagements",
          "er_impressions");

  private static final List<String> AWARENESS =
      List.of(
          "impressions",
          "reach",
          "video_views",
          "engagements",
          "er_impressions",
          "er_reach",
          "cpm",
          "cpe",
          "cost",
          "follower_growth",
          "posts");

  private static final int STRONGEST = 5;

  private final Peers peers;
  private final Map<String, KpiDefinition> definitions;
  private final Map<String, String> creatorNames;
  private final List<String> atLeast;

  CampaignScreen(
      Peers peers,
      List<KpiDefinition> definitions,
      Map<String, String> creatorNames,
      List<String> atLeast) {
    this.peers = peers;
    this.definitions =
        definitions.stream()
            .collect(Collectors.toMap(KpiDefinition::getKpiId, Function.identity()));
    this.creatorNames = creatorNames;
    this.atLeast = atLeast;
  }

  /** Prints the campaign and its strongest creators. */
  void print(Campaign campaign, PrintStream out) {
    boolean sells = campaign.getObjective() == Objective.OBJECTIVE_SALES;
    List<String> kpis = sells ? SALES : AWARENESS;
    QueryKpisResponse answer =
        peers
            .kpis()
            .queryKpis(
                QueryKpisRequest.newBuilder()
                    .addAllKpiIds(kpis)
                    .setFilter(KpiFilter.newBuilder().addCampaignIds(campaign.getCampaignId()))
                    .addGroupBy(Dimension.DIMENSION_CREATOR)
                    .setCurrencyCode(campaign.getCurrencyCode())
                    .setOrderByKpiId(kpis.get(0))
                    .setPageSize(STRONGEST)
                    .addAllAtLeast(atLeast)
                    .build());
    out.printf(
        "%n%s  ·  %s  ·  %s to %s  ·  money in %s, revenue is %s%n",
        campaign.getDisplayName().toUpperCase(Locale.ROOT),
        sells ? "sales" : "awareness",
        campaign.getStartDate(),
        campaign.getEndDate(),
        answer.getCurrencyCode(),
        answer.getRevenueBase());
    scores(campaign, answer.getTotal()).lines("  ").forEach(out::println);
    out.printf(
        "%n  Strongest by %s%n", definition(kpis.get(0)).getDisplayName().toLowerCase(Locale.ROOT));
    strongest(answer.getRowsList(), kpis.subList(0, 5)).lines("  ").forEach(out::println);
  }

  private TextTable scores(Campaign campaign, KpiRow total) {
    Map<String, KpiTarget> targets =
        campaign.getTargetsList().stream()
            .collect(Collectors.toMap(KpiTarget::getKpiId, Function.identity()));
    TextTable table = new TextTable(List.of("KPI", "actual", "target", "what is behind it"));
    total
        .getValuesList()
        .forEach(
            kpi -> {
              KpiDefinition definition = definition(kpi.getKpiId());
              table.add(
                  List.of(
                      definition.getDisplayName(),
                      text(kpi.getValue(), definition),
                      targets.containsKey(kpi.getKpiId())
                          ? target(targets.get(kpi.getKpiId()), definition)
                          : "",
                      behind(kpi.getValue())));
            });
    return table;
  }

  private TextTable strongest(List<KpiRow> rows, List<String> kpis) {
    List<String> headings = new ArrayList<>(List.of("creator"));
    kpis.forEach(kpi -> headings.add(definition(kpi).getDisplayName()));
    TextTable table = new TextTable(headings);
    for (KpiRow row : rows) {
      String id = row.getKey().getCreatorId();
      List<String> cells = new ArrayList<>(List.of(creatorNames.getOrDefault(id, id)));
      for (int i = 0; i < kpis.size(); i++) {
        cells.add(text(row.getValues(i).getValue(), definition(kpis.get(i))));
      }
      table.add(cells);
    }
    return table;
  }

  private KpiDefinition definition(String kpiId) {
    return Objects.requireNonNull(definitions.get(kpiId), kpiId);
  }

  /**
   * The number alone, starred when it is not complete; what is behind it stands in its own column.
   */
  private static String text(MeasuredValue value, KpiDefinition definition) {
    Shown shown = ValueTexts.of(value, definition);
    return shown.coverage().isEmpty() ? shown.text() : shown.text() + " *";
  }

  private static String behind(MeasuredValue value) {
    if (value.getState() == ValueState.VALUE_STATE_VALUE) {
      return value.getCoverage().getTotal() == 0
          ? ""
          : "all %,d %s".formatted(value.getCoverage().getTotal(), value.getCoverage().getUnit());
    }
    return value.getState() == ValueState.VALUE_STATE_PARTIAL
        ? "* %,d of %,d %s"
            .formatted(
                value.getCoverage().getKnown(),
                value.getCoverage().getTotal(),
                value.getCoverage().getUnit())
        : value.getReason();
  }

  private static String target(KpiTarget target, KpiDefinition definition) {
    MeasuredValue.Builder value = MeasuredValue.newBuilder().setState(ValueState.VALUE_STATE_VALUE);
    switch (target.getValueCase()) {
      case COUNT -> value.setCount(target.getCount());
      case MONEY -> value.setMoney(target.getMoney());
      case RATIO_MILLIONTHS ->
          value.setRatio(
              Ratio.newBuilder()
                  .setNumerator(target.getRatioMillionths())
                  .setDenominator(1_000_000));
      case VALUE_NOT_SET -> {
        return "";
      }
    }
    return ValueTexts.of(value.build(), definition).text();
  }
}
