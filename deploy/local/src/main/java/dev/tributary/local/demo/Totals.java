package dev.tributary.local.demo;

import com.google.protobuf.TextFormat;
import dev.tributary.attribution.v1.CreditGrouping;
import dev.tributary.attribution.v1.CreditSummary;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.WritePositions;
import dev.tributary.metrics.v1.Dimension;
import dev.tributary.metrics.v1.KpiRow;
import dev.tributary.metrics.v1.QueryKpisRequest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that a suite makes of its events, in comparable form.
 *
 * @param credits sums by source and currency
 * @param figures each figure with its name: credits of everybody, KPIs of each campaign and creator
 */
record Totals(List<CreditSummary> credits, SortedMap<String, String> figures) {
  private static final List<String> KPIS =
      List.of(
          "impressions", "engagements", "video_views", "clicks", "conversions", "revenue", "cost");

  /**
   * Reads them.
   *
   * @param positions writes that must be in them
   */
  static Totals of(Peers peers, WritePositions positions) {
    List<String> ofLedger = positions.tokens("attribution");
    List<CreditSummary> bySource = credits(peers, CreditGrouping.CREDIT_GROUPING_SOURCE, ofLedger);
    SortedMap<String, String> figures = new TreeMap<>();
    bySource.forEach(credit -> put(figures, credit));
    credits(peers, CreditGrouping.CREDIT_GROUPING_COLLABORATION, ofLedger)
        .forEach(credit -> put(figures, credit));
    for (Dimension dimension : List.of(Dimension.DIMENSION_CAMPAIGN, Dimension.DIMENSION_CREATOR)) {
      for (KpiRow row : kpis(peers, dimension, positions.tokens())) {
        String key = TextFormat.printer().emittingSingleLine(true).printToString(row.getKey());
        for (int i = 0; i < KPIS.size(); i++) {
          figures.put(KPIS.get(i) + " of " + key, row.getValues(i).getValue().toString());
        }
      }
    }
    return new Totals(bySource, figures);
  }

  /** Names of figures that one has and the other has not, or has otherwise. */
  List<String> differences(Totals other) {
    SortedMap<String, String> all = new TreeMap<>(figures);
    all.putAll(other.figures);
    return all.keySet().stream()
        .filter(
            name ->
                !figures
                    .getOrDefault(name, "absent")
                    .equals(other.figures.getOrDefault(name, "absent")))
        .toList();
  }

  private static void put(SortedMap<String, String> figures, CreditSummary credit) {
    figures.put(
        "credit %s %s %s"
            .formatted(
                credit.getSource(), credit.getOwner().getCreatorId(), credit.getCurrencyCode()),
        credit.toString());
  }

  private static List<CreditSummary> credits(
      Peers peers, CreditGrouping grouping, List<String> atLeast) {
    return peers
        .analysis()
        .summarizeCredits(
            SummarizeCreditsRequest.newBuilder()
                .setGroupBy(grouping)
                .addAllAtLeast(atLeast)
                .build())
        .getCreditsList();
  }

  private static List<KpiRow> kpis(Peers peers, Dimension dimension, List<String> atLeast) {
    return peers
        .kpis()
        .queryKpis(
            QueryKpisRequest.newBuilder()
                .addAllKpiIds(KPIS)
                .addGroupBy(dimension)
                .setCurrencyCode("EUR")
                .setPageSize(1_000)
                .addAllAtLeast(atLeast)
                .build())
        .getRowsList();
  }
}
