package dev.tributary.metrics.query;

import static dev.tributary.metrics.testing.Attributed.byCode;
import static dev.tributary.metrics.testing.Attributed.byLink;
import static dev.tributary.metrics.testing.Attributed.click;
import static dev.tributary.metrics.testing.Attributed.link;
import static dev.tributary.metrics.testing.Attributed.order;
import static dev.tributary.metrics.testing.Attributed.owner;
import static dev.tributary.metrics.testing.Ingested.absent;
import static dev.tributary.metrics.testing.Ingested.campaign;
import static dev.tributary.metrics.testing.Ingested.collaboration;
import static dev.tributary.metrics.testing.Ingested.cost;
import static dev.tributary.metrics.testing.Ingested.count;
import static dev.tributary.metrics.testing.Ingested.counters;
import static dev.tributary.metrics.testing.Ingested.creator;
import static dev.tributary.metrics.testing.Ingested.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.Owner;
import dev.tributary.ingestion.v1.Unavailability;
import dev.tributary.metrics.v1.DataFault;
import dev.tributary.metrics.v1.DataFaultKind;
import dev.tributary.metrics.v1.Dimension;
import dev.tributary.metrics.v1.ExplainKpiRequest;
import dev.tributary.metrics.v1.ExplainKpiResponse;
import dev.tributary.metrics.v1.KpiFilter;
import dev.tributary.metrics.v1.KpiRow;
import dev.tributary.metrics.v1.ListDataFaultsRequest;
import dev.tributary.metrics.v1.ListDataFaultsResponse;
import dev.tributary.metrics.v1.ListKpisRequest;
import dev.tributary.metrics.v1.QueryKpisRequest;
import dev.tributary.metrics.v1.QueryKpisResponse;
import dev.tributary.metrics.v1.QuerySeriesRequest;
import dev.tributary.metrics.v1.QuerySeriesResponse;
import dev.tributary.type.v1.AsOf;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.ValueState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every call, from feeds over real ports to an answer over a real port. */
class KpiCallsTest {
  private static final Owner ANNA = owner("anna-spring", "anna", "spring");
  private static final Owner BO = owner("bo-spring", "bo", "spring");

  private static RunningMetrics metrics;
  private static List<String> everything;

  @BeforeAll
  static void write() {
    metrics = new RunningMetrics();
    metrics.write(campaign("spring", 1));
    metrics.write(creator("anna", 1));
    metrics.write(creator("bo", 1));
    metrics.write(collaboration("anna-spring", 1, "spring", "anna"));
    metrics.write(collaboration("bo-spring", 1, "spring", "bo"));
    metrics.write(post("a1", 1, "anna-spring"));
    metrics.write(post("a2", 1, "anna-spring"));
    metrics.write(post("b1", 1, "bo-spring"));
    metrics.write(
        counters("a1", "2026-05-03T12:00:00Z", count("impressions", 900), count("reach", 400)));
    metrics.write(
        counters("a1", "2026-05-04T12:00:00Z", count("impressions", 1_000), count("reach", 500)));
    metrics.write(
        counters("a2", "2026-05-04T12:00:00Z", count("impressions", 50), count("reach", 60)));
    metrics.write(
        counters(
            "b1",
            "2026-05-04T12:00:00Z",
            absent("impressions", Unavailability.UNAVAILABILITY_NOT_COLLECTED),
            count("sparkles", 7)));
    metrics.write(cost("fee", "2026-05-01T12:00:00Z", "anna-spring", "", 50_000));
    metrics.write(link("bio", ANNA));
    metrics.write(click("bio", "2026-05-04T10:00:00Z"));
    metrics.write(click("bio", "2026-05-04T11:00:00Z"));
    metrics.write(order("1", 1, "2026-05-04T11:30:00Z", byLink(ANNA, 150_000)));
    metrics.write(order("2", 1, "2026-05-05T11:30:00Z", byCode(BO, 3_000)));
    everything = metrics.positions();
  }

  @AfterAll
  static void close() {
    metrics.close();
  }

  @Test
  void the_catalogue_is_listed_in_funnel_order_with_its_formulas() {
    assertThat(metrics.kpis().listKpis(ListKpisRequest.getDefaultInstance()).getKpisList())
        .hasSize(41)
        .anySatisfy(
            kpi -> {
              assertThat(kpi.getKpiId()).isEqualTo("er_impressions");
              assertThat(kpi.getFormula()).isEqualTo("engagements / impressions");
              assertThat(kpi.getInputsList()).containsExactly("engagements", "impressions");
            });
  }

  @Test
  void kpis_come_by_group_and_in_total_with_what_is_known() {
    QueryKpisResponse answer =
        metrics
            .kpis()
            .queryKpis(
                query("impressions", "cost", "roas", "clicks")
                    .addGroupBy(Dimension.DIMENSION_CREATOR)
                    .setOrderByKpiId("impressions")
                    .build());

    MeasuredValue impressions = answer.getTotal().getValues(0).getValue();
    assertThat(impressions.getCount()).isEqualTo(1_050);
    assertThat(impressions.getState()).isEqualTo(ValueState.VALUE_STATE_PARTIAL);
    assertThat(impressions.getCoverage().getKnown()).isEqualTo(2);
    assertThat(impressions.getCoverage().getTotal()).isEqualTo(3);
    assertThat(answer.getTotal().getValues(1).getValue().getMoney().getMinorUnits())
        .isEqualTo(50_000);
    assertThat(answer.getTotal().getValues(2).getValue().getRatio().getNumerator())
        .isEqualTo(150_000);
    assertThat(answer.getTotal().getValues(3).getValue().getCount()).isEqualTo(2);
    assertThat(answer.getRowsList())
        .extracting(row -> row.getKey().getCreatorId())
        .containsExactly("anna", "bo");
    assertThat(answer.getRows(1).getValues(0).getValue().getState())
        .isEqualTo(ValueState.VALUE_STATE_NOT_COLLECTED);
    assertThat(answer.getRevenueBase()).isEqualTo("NET_SALES");
    assertThat(answer.getCurrencyCode()).isEqualTo("EUR");
    assertThat(answer.getAsOfList())
        .extracting(AsOf::getFeed)
        .containsExactly("attribution", "ingestion");
  }

  @Test
  void pages_have_every_row_once_and_the_same_total() {
    QueryKpisRequest.Builder request =
        query("impressions")
            .addGroupBy(Dimension.DIMENSION_POST)
            .setOrderByKpiId("impressions")
            .setPageSize(1);
    List<String> posts = new ArrayList<>();
    do {
      QueryKpisResponse page = metrics.kpis().queryKpis(request.build());
      page.getRowsList().stream().map(KpiRow::getKey).forEach(key -> posts.add(key.getPostId()));
      assertThat(page.getTotal().getValues(0).getValue().getCount()).isEqualTo(1_050);
      request.setPageToken(page.getNextPageToken());
    } while (!request.getPageToken().isEmpty());

    assertThat(posts).containsExactly("a1", "a2", "b1");
  }

  @Test
  void a_series_takes_days_and_zone_from_the_only_campaign() {
    QuerySeriesResponse answer =
        metrics
            .kpis()
            .querySeries(
                QuerySeriesRequest.newBuilder()
                    .addKpiIds("impressions")
                    .addKpiIds("revenue")
                    .setFilter(KpiFilter.newBuilder().addCampaignIds("spring"))
                    .addAllAtLeast(everything)
                    .build());

    assertThat(answer.getTimeZone()).isEqualTo("Europe/Stockholm");
    assertThat(answer.getPointsList()).hasSize(31);
    assertThat(answer.getPoints(2).getDate()).isEqualTo("2026-05-03");
    assertThat(answer.getPoints(2).getValues(0).getValue().getCount()).isEqualTo(900);
    assertThat(answer.getPoints(3).getValues(0).getValue().getCount()).isEqualTo(150);
    assertThat(answer.getPoints(4).getValues(1).getValue().getMoney().getMinorUnits())
        .isEqualTo(3_000);
  }

  @Test
  void a_number_explains_itself() {
    ExplainKpiResponse answer =
        metrics
            .kpis()
            .explainKpi(
                ExplainKpiRequest.newBuilder().setKpiId("roas").addAllAtLeast(everything).build());

    assertThat(answer.getComputation()).isEqualTo("1,500.00 EUR / 500.00 EUR = 3.00x");
    assertThat(answer.getDefinition().getFormula()).isEqualTo("revenue / cost");
    assertThat(answer.getUnitsList())
        .singleElement()
        .satisfies(
            unit -> {
              assertThat(unit.getUnitId()).isEqualTo("anna-spring");
              assertThat(unit.getSourceSystemsList()).containsExactly("api", "attribution");
            });
    assertThat(answer.getMissingList())
        .singleElement()
        .satisfies(
            missing -> {
              assertThat(missing.getUnitId()).isEqualTo("bo-spring");
              assertThat(missing.getReason()).isEqualTo("no cost observed");
            });
    assertThat(answer.getCut()).isFalse();
  }

  @Test
  void faults_are_listed_page_by_page() {
    ListDataFaultsRequest.Builder request =
        ListDataFaultsRequest.newBuilder().addAllAtLeast(everything).setPageSize(1);
    List<DataFault> faults = new ArrayList<>();
    do {
      ListDataFaultsResponse page = metrics.kpis().listDataFaults(request.build());
      assertThat(page.getTotalCount()).isEqualTo(2);
      faults.addAll(page.getFaultsList());
      request.setPageToken(page.getNextPageToken());
    } while (!request.getPageToken().isEmpty());

    assertThat(faults)
        .extracting(DataFault::getKind)
        .containsExactly(
            DataFaultKind.DATA_FAULT_KIND_REACH_ABOVE_IMPRESSIONS,
            DataFaultKind.DATA_FAULT_KIND_METRIC_UNKNOWN);
    assertThat(faults.get(0).getGreaterCount()).isEqualTo(60);
    assertThat(faults.get(0).getSmallerCount()).isEqualTo(50);
    assertThat(faults.get(1).getMetric()).isEqualTo("sparkles");
  }

  @Test
  void another_workspace_sees_nothing_of_it() {
    QueryKpisResponse answer =
        metrics
            .kpisOf("intruder")
            .queryKpis(
                query("posts", "impressions", "cost", "revenue", "clicks")
                    .setFilter(KpiFilter.newBuilder().addCampaignIds("spring"))
                    .addGroupBy(Dimension.DIMENSION_POST)
                    .build());

    assertThat(answer.getRowsList()).isEmpty();
    assertThat(answer.getTotal().getValues(0).getValue().getCount()).isZero();
    assertThat(answer.getTotal().getValuesList().subList(1, 5))
        .allSatisfy(
            value ->
                assertThat(value.getValue().getState())
                    .isEqualTo(ValueState.VALUE_STATE_NOT_AVAILABLE));
    assertThat(
            metrics
                .kpisOf("intruder")
                .listDataFaults(
                    ListDataFaultsRequest.newBuilder().addAllAtLeast(everything).build())
                .getTotalCount())
        .isZero();
  }

  private static QueryKpisRequest.Builder query(String... kpiIds) {
    return QueryKpisRequest.newBuilder().addAllKpiIds(List.of(kpiIds)).addAllAtLeast(everything);
  }
}
