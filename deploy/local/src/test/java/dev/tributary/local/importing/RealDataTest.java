package dev.tributary.local.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tributary.attribution.v1.CheckPromoCodeRequest;
import dev.tributary.attribution.v1.ConversionNoteKind;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.ListConversionsRequest;
import dev.tributary.attribution.v1.OrderTotals;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.attribution.v1.UnattributedReason;
import dev.tributary.ingestion.v1.ListObservationsRequest;
import dev.tributary.ingestion.v1.ListPostsRequest;
import dev.tributary.local.Tributary;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.Targets;
import dev.tributary.local.suite.Access;
import dev.tributary.local.suite.LocalSuite;
import dev.tributary.local.suite.Ports;
import dev.tributary.metrics.v1.DataFault;
import dev.tributary.metrics.v1.DataFaultKind;
import dev.tributary.metrics.v1.KpiFilter;
import dev.tributary.metrics.v1.KpiValue;
import dev.tributary.metrics.v1.ListDataFaultsRequest;
import dev.tributary.metrics.v1.QueryKpisRequest;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.Platform;
import dev.tributary.type.v1.ValueState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Public data sets through the importers. They are no part of the project: the folder that {@code
 * TRIBUTARY_TEST_DATA} names holds them, and without it these tests are skipped.
 */
class RealDataTest {
  @TempDir Path directory;

  private Path data;
  private LocalSuite.Started suite;
  private Peers peers;

  @BeforeEach
  void start() {
    String folder = System.getenv("TRIBUTARY_TEST_DATA");
    if (folder == null || !Files.isDirectory(Path.of(folder))) {
      String message = "SKIPPED: TRIBUTARY_TEST_DATA names no folder of public data sets";
      System.err.println(message);
      Assumptions.abort(message);
    }
    data = Path.of(folder);
    suite = LocalSuite.start(directory, Ports.from(0), Access.open(), Clock.systemUTC());
    peers = new Peers(suite.targets(), Optional.empty());
  }

  @AfterEach
  void stop() {
    if (suite != null) {
      peers.close();
      suite.close();
    }
  }

  @Test
  void five_hundred_posts_of_a_cosmetics_brand() {
    Path file = data.resolve("posts/facebook_cosmetics_brand_500_posts.csv");
    String map =
        "post_id=#row,platform='facebook',format=Type,boosted=Paid,observed_time='2015-01-01',"
            + "impressions=T_Impression,reach=T_Reach,likes=like,comments=comment,shares=share";

    assertThat(tributary("import", "--kind", "posts", "--map", map, file.toString())).isZero();

    List<KpiValue> values = kpis("impressions", "engagements", "er_impressions");
    assertThat(values.get(0).getValue().getCount()).isEqualTo(14_792_974);
    MeasuredValue engagements = values.get(1).getValue();
    assertThat(engagements.getState()).isEqualTo(ValueState.VALUE_STATE_PARTIAL);
    assertThat(engagements.getCount()).isEqualTo(106_060);
    assertThat(engagements.getCoverage().getKnown()).isEqualTo(496);
    assertThat(engagements.getCoverage().getTotal()).isEqualTo(500);
    MeasuredValue rate = values.get(2).getValue();
    assertThat(rate.getCoverage().getKnown()).isEqualTo(496);
    assertThat(100.0 * rate.getRatio().getNumerator() / rate.getRatio().getDenominator())
        .isBetween(0.7165, 0.7175);
    assertThat(faults(DataFaultKind.DATA_FAULT_KIND_REACH_ABOVE_IMPRESSIONS))
        .extracting(fault -> fault.getGreaterCount() + "/" + fault.getSmallerCount())
        .containsExactlyInAnyOrder("37088/10966", "39600/7927", "66784/9456", "45920/5808");

    assertThat(tributary("import", "--kind", "posts", "--map", map, file.toString())).isZero();
    assertThat(kpis("impressions").get(0).getValue().getCount()).isEqualTo(14_792_974);
  }

  @Test
  void lifetime_counters_are_not_added_up_and_may_fall() throws IOException {
    Path file = data.resolve("connectors/facebook_pages_lifetime_post_metrics_total_data.csv");
    Path posts = directory.resolve("posts.csv");
    List<String> ids =
        Files.readAllLines(file).stream()
            .skip(1)
            .map(line -> line.split(",", -1)[1])
            .distinct()
            .toList();
    List<String> lines = new ArrayList<>(List.of("post_id,platform,format"));
    ids.forEach(id -> lines.add(id + ",facebook,other"));
    Files.write(posts, lines);
    assertThat(tributary("import", "--kind", "posts", posts.toString())).isZero();
    String map = "observed_time=date,post_impressions=post_impressions";

    assertThat(tributary("import", "--kind", "observations", "--map", map, file.toString()))
        .isZero();

    assertThat(kpis("impressions").get(0).getValue().getCount()).isEqualTo(4_385);

    Path lower = directory.resolve("lower.csv");
    Files.write(
        lower, List.of("date,post_id,post_impressions", "2021-09-14," + ids.get(0) + ",800"));
    assertThat(tributary("import", "--kind", "observations", "--map", map, lower.toString()))
        .isZero();
    DataFault fall = faults(DataFaultKind.DATA_FAULT_KIND_COUNTER_FELL).get(0);
    assertThat(fall.getSmallerCount()).isEqualTo(800);
    assertThat(kpis("impressions").get(0).getValue().getCount())
        .isEqualTo(4_385 - fall.getGreaterCount() + 800);
  }

  @Test
  void orders_of_two_currencies_with_codes_from_a_second_file() {
    List<String> arguments =
        List.of(
            "import",
            "--kind",
            "orders",
            "--time-zone",
            "UTC",
            "--map",
            "order_id=id,time=created_at,subtotal=subtotal_price,discount=total_discounts,"
                + "tax=total_tax,tax_included=taxes_included,total=total_price,"
                + "payment_state=financial_status",
            "--join",
            "codes="
                + data.resolve("orders/shopify_order_discount_code_data.csv")
                + ":order_id:code",
            data.resolve("orders/shopify_order_data.csv").toString());

    assertThat(tributary(arguments.toArray(String[]::new))).isZero();
    assertThat(tributary(arguments.toArray(String[]::new))).isZero();

    List<OrderTotals> orders =
        peers
            .analysis()
            .summarizeCredits(SummarizeCreditsRequest.getDefaultInstance())
            .getOrdersList();
    assertThat(orders)
        .extracting(
            total ->
                "%s %d %d %d"
                    .formatted(
                        total.getCurrencyCode(),
                        total.getOrderCount(),
                        total.getSubtotalMinor(),
                        total.getPaidMinor()))
        .containsExactly("GBP 3 1000 1198", "USD 5 58000 61503");
    assertThat(
            conversions(
                ListConversionsRequest.newBuilder()
                    .setUnattributedReason(UnattributedReason.UNATTRIBUTED_REASON_CODE_UNKNOWN)))
        .hasSize(8);
    List<ConversionRecord> differing =
        conversions(
            ListConversionsRequest.newBuilder()
                .setNote(ConversionNoteKind.CONVERSION_NOTE_KIND_CODE_AMOUNTS_DIFFER));
    assertThat(differing)
        .extracting(order -> order.getNotes(0).getMessage())
        .anySatisfy(message -> assertThat(message).contains("17.00", "2.80"));
    assertThat(
            peers
                .promoCodes()
                .checkPromoCode(CheckPromoCodeRequest.newBuilder().setCode("GIFTCARD").build())
                .getValid())
        .isFalse();
  }

  @Test
  void youtube_daily_increments_are_added_up_over_countries_once() {
    Path file = data.resolve("connectors/youtube_channel_basic_data.csv");

    assertThat(tributary("import", "--preset", "youtube-reporting", file.toString())).isZero();
    assertThat(tributary("import", "--preset", "youtube-reporting", file.toString())).isZero();

    Map<String, Long> totals = youtubeTotals();
    assertThat(totals).containsEntry("views", 1_843L);
    assertThat(totals.get("watch_time_ms") / 60_000.0).isCloseTo(3_346.022, within(0.001));
    assertThat(totals.get("subscribers_gained") - totals.get("subscribers_lost")).isEqualTo(5);
  }

  @Test
  void instagram_values_in_several_columns_count_once() {
    Path file = data.resolve("connectors/instagram_business_media_insights_data.csv");

    assertThat(tributary("import", "--preset", "instagram-insights", file.toString())).isZero();

    long impressions =
        peers
            .kpis()
            .queryKpis(
                QueryKpisRequest.newBuilder()
                    .addKpiIds("impressions")
                    .setFilter(KpiFilter.newBuilder().addPlatforms(Platform.PLATFORM_INSTAGRAM))
                    .build())
            .getTotal()
            .getValues(0)
            .getValue()
            .getCount();
    // Every row fills all columns; the first of them that has a value counts, and no second name of
    // it.
    assertThat(impressions).isEqualTo(68 + 61 + 59 + 62 + 63);
  }

  @Test
  void daily_posts_of_x_and_facebook_pages_are_read_without_a_mapping() {
    assertThat(
            tributary(
                "import",
                "--preset",
                "x-organic",
                data.resolve("connectors/organic_tweet_report.csv").toString()))
        .isZero();
    assertThat(
            tributary(
                "import",
                "--preset",
                "facebook-page-posts",
                data.resolve("connectors/facebook_pages_lifetime_post_metrics_total_data.csv")
                    .toString()))
        .isZero();

    assertThat(kpis("impressions").get(0).getValue().getCount()).isEqualTo(4_385);
  }

  @Test
  void shopify_orders_and_refunds_are_read_without_a_mapping() {
    assertThat(
            tributary(
                "import",
                "--preset",
                "shopify-orders",
                "--join",
                "codes="
                    + data.resolve("orders/shopify_order_discount_code_data.csv")
                    + ":order_id:code",
                data.resolve("orders/shopify_order_data.csv").toString()))
        .isZero();
    assertThat(
            tributary(
                "import",
                "--preset",
                "shopify-refunds",
                data.resolve("orders/shopify_gql_refund_data.csv").toString()))
        .isZero();
  }

  /** Totals by metric over the posts of the catalogue and the channel. */
  private Map<String, Long> youtubeTotals() {
    List<String> ids = new ArrayList<>(List.of("channel:UC2vW_-qeIhF1ESszzuH2pyw"));
    peers
        .catalog()
        .listPosts(ListPostsRequest.newBuilder().setPageSize(1000).build())
        .getPostsList()
        .forEach(post -> ids.add(post.getPostId()));
    Map<String, Long> totals = new HashMap<>();
    for (String id : ids) {
      peers
          .observations()
          .listObservations(
              ListObservationsRequest.newBuilder().setPostId(id).setPageSize(1000).build())
          .getObservationsList()
          .forEach(
              seen ->
                  seen.getPostCounters()
                      .getCountersList()
                      .forEach(
                          counter ->
                              totals.merge(counter.getMetric(), counter.getCount(), Long::sum)));
    }
    return totals;
  }

  private List<ConversionRecord> conversions(ListConversionsRequest.Builder request) {
    return peers.conversions().listConversions(request.build()).getConversionsList();
  }

  private int tributary(String... arguments) {
    Targets targets = suite.targets();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        1,
        List.of(
            "--ingestion=" + targets.ingestion(),
            "--metrics=" + targets.metrics(),
            "--attribution=" + targets.attribution(),
            "--reporting=" + targets.reporting(),
            "--rejects=" + directory.resolve("rejects.csv")));
    return Tributary.commandLine().execute(all.toArray(String[]::new));
  }

  private List<KpiValue> kpis(String... ids) {
    return peers
        .kpis()
        .queryKpis(
            QueryKpisRequest.newBuilder().addAllKpiIds(List.of(ids)).setFilter(facebook()).build())
        .getTotal()
        .getValuesList();
  }

  private List<DataFault> faults(DataFaultKind kind) {
    return peers
        .kpis()
        .listDataFaults(
            ListDataFaultsRequest.newBuilder().addKinds(kind).setFilter(facebook()).build())
        .getFaultsList();
  }

  private static KpiFilter facebook() {
    return KpiFilter.newBuilder().addPlatforms(Platform.PLATFORM_FACEBOOK).build();
  }
}
