package dev.tributary.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.CreditGrouping;
import dev.tributary.attribution.v1.CreditSummary;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.local.client.Peers;
import dev.tributary.local.demo.world.DemoWorld;
import dev.tributary.local.suite.Access;
import dev.tributary.local.suite.LocalSuite;
import dev.tributary.local.suite.Ports;
import dev.tributary.metrics.v1.Dimension;
import dev.tributary.metrics.v1.KpiRow;
import dev.tributary.metrics.v1.QueryKpisRequest;
import dev.tributary.type.v1.MeasuredValue;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's figures against the same figures computed from its events by other code. */
class DemoRecomputationTest {
  private static final double SCALE = 0.1;

  @TempDir Path directory;

  /** Every figure that can be read from a suite against the same one computed from the events. */
  static void requireFigures(Peers peers, PlainMaps expected) {
    List<KpiRow> campaigns = query(peers, Dimension.DIMENSION_CAMPAIGN);
    assertThat(column(campaigns, 0, key -> key.getKey().getCampaignId(), MeasuredValue::getCount))
        .isEqualTo(expected.impressionsByCampaign);
    assertThat(column(campaigns, 1, key -> key.getKey().getCampaignId(), MeasuredValue::getCount))
        .isEqualTo(expected.engagementsByCampaign);
    assertThat(
            column(campaigns, 2, key -> key.getKey().getCampaignId(), DemoRecomputationTest::minor))
        .isEqualTo(expected.costByCampaign);
    List<KpiRow> creators = query(peers, Dimension.DIMENSION_CREATOR);
    assertThat(nonZero(creators, 3, MeasuredValue::getCount)).isEqualTo(expected.clicksByCreator);
    assertThat(nonZero(creators, 4, MeasuredValue::getCount))
        .isEqualTo(withoutZero(expected.conversionsByCreator));
    assertThat(nonZero(creators, 5, DemoRecomputationTest::minor))
        .isEqualTo(withoutZero(expected.revenueByCreator));
    List<CreditSummary> credits = creditsBySource(peers);
    assertThat(bySource(credits, CreditSummary::getGrossMinor)).isEqualTo(expected.grossBySource);
    assertThat(bySource(credits, CreditSummary::getRefundedMinor))
        .isEqualTo(expected.refundedBySource);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void every_figure_of_the_demo_follows_from_its_events(long seed) {
    DemoWorld world = DemoWorld.of(seed, SCALE, Clock.systemUTC().instant());
    PlainMaps expected = new PlainMaps(world);
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    try (LocalSuite.Started suite =
            LocalSuite.start(directory, Ports.from(0), Access.open(), Clock.systemUTC());
        Peers peers = new Peers(suite.targets(), Optional.empty())) {
      PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
      boolean exact =
          new Demo(suite.targets(), peers, directory.resolve("demo"), out, false).play(world);

      assertThat(exact).as(screen.toString(StandardCharsets.UTF_8)).isTrue();
      requireFigures(peers, expected);
    }
  }

  private static List<KpiRow> query(Peers peers, Dimension dimension) {
    return peers
        .kpis()
        .queryKpis(
            QueryKpisRequest.newBuilder()
                .addAllKpiIds(
                    List.of(
                        "impressions", "engagements", "cost", "clicks", "conversions", "revenue"))
                .addGroupBy(dimension)
                .setCurrencyCode("EUR")
                .setPageSize(1_000)
                .build())
        .getRowsList();
  }

  private static Map<String, Long> column(
      List<KpiRow> rows,
      int index,
      Function<KpiRow, String> key,
      ToLongFunction<MeasuredValue> value) {
    Map<String, Long> column = new TreeMap<>();
    for (KpiRow row : rows) {
      if (!key.apply(row).isEmpty()) {
        column.put(key.apply(row), value.applyAsLong(row.getValues(index).getValue()));
      }
    }
    return column;
  }

  private static Map<String, Long> nonZero(
      List<KpiRow> rows, int index, ToLongFunction<MeasuredValue> value) {
    return withoutZero(column(rows, index, row -> row.getKey().getCreatorId(), value));
  }

  private static Map<String, Long> withoutZero(Map<String, Long> column) {
    Map<String, Long> rest = new TreeMap<>(column);
    rest.values().removeIf(value -> value == 0);
    return rest;
  }

  private static long minor(MeasuredValue value) {
    return value.getMoney().getMinorUnits();
  }

  private static List<CreditSummary> creditsBySource(Peers peers) {
    return peers
        .analysis()
        .summarizeCredits(
            SummarizeCreditsRequest.newBuilder()
                .setGroupBy(CreditGrouping.CREDIT_GROUPING_SOURCE)
                .build())
        .getCreditsList();
  }

  private static Map<String, Long> bySource(
      List<CreditSummary> credits, ToLongFunction<CreditSummary> amount) {
    Map<String, Long> bySource = new TreeMap<>();
    for (CreditSummary credit : credits) {
      bySource.put(
          credit.getSource().name().substring("CREDIT_SOURCE_".length())
              + " "
              + credit.getCurrencyCode(),
          amount.applyAsLong(credit));
    }
    return bySource;
  }
}
