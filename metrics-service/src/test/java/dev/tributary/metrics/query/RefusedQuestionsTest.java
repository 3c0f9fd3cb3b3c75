package dev.tributary.metrics.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.metrics.testing.Ingested;
import dev.tributary.metrics.v1.DataFaultKind;
import dev.tributary.metrics.v1.Dimension;
import dev.tributary.metrics.v1.ExplainKpiRequest;
import dev.tributary.metrics.v1.KpiFilter;
import dev.tributary.metrics.v1.ListDataFaultsRequest;
import dev.tributary.metrics.v1.ListKpisRequest;
import dev.tributary.metrics.v1.QueryKpisRequest;
import dev.tributary.metrics.v1.QuerySeriesRequest;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.testing.Statuses;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Platform;
import dev.tributary.type.v1.TimeRange;
import io.grpc.StatusRuntimeException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every reason for which a question is refused, from a real server. */
class RefusedQuestionsTest {
  private static RunningMetrics metrics;

  @BeforeAll
  static void start() {
    metrics = new RunningMetrics();
  }

  @AfterAll
  static void close() {
    metrics.close();
  }

  @Test
  void kpis_must_be_known_and_named_once_and_neither_none_nor_too_many() {
    assertInvalid(query(), "kpi_ids", "0 values (expected: 1-50)");
    assertInvalid(
        query(Collections.nCopies(51, "cpm").toArray(String[]::new)), "kpi_ids", "51 values");
    assertInvalid(query("cpm", "cpx"), "kpi_ids[1]", "\"cpx\" (expected: an id that ListKpis");
    assertInvalid(query("cpm", "cpe", "cpm"), "kpi_ids[2]", "each KPI once");
    assertInvalid(query(""), "kpi_ids[0]", "absent");
  }

  @Test
  void dimensions_must_be_known_and_named_once_and_at_most_three() {
    assertInvalid(
        query("cpm").addGroupBy(Dimension.DIMENSION_UNSPECIFIED), "group_by[0]", "absent");
    assertInvalid(query("cpm").addGroupByValue(99), "group_by[0]", "unknown number");
    assertInvalid(
        query("cpm").addGroupBy(Dimension.DIMENSION_POST).addGroupBy(Dimension.DIMENSION_POST),
        "group_by",
        "each dimension once");
    assertInvalid(
        query("cpm")
            .addGroupBy(Dimension.DIMENSION_POST)
            .addGroupBy(Dimension.DIMENSION_TIER)
            .addGroupBy(Dimension.DIMENSION_FORMAT)
            .addGroupBy(Dimension.DIMENSION_CREATOR),
        "group_by",
        "4 values (expected: 0-3)");
  }

  @Test
  void rows_are_ordered_only_by_a_kpi_that_they_have() {
    assertInvalid(
        query("cpm").setOrderByKpiId("cpe"), "order_by_kpi_id", "(expected: one of kpi_ids [cpm])");
  }

  @Test
  void currencies_must_be_known() {
    assertInvalid(query("cpm").setCurrencyCode("EURO"), "currency_code", "ISO 4217");
  }

  @Test
  void a_range_must_have_both_ends_in_order() {
    TimeRange backwards =
        TimeRange.newBuilder()
            .setStartTime(Ingested.time("2026-05-02T00:00:00Z"))
            .setEndTime(Ingested.time("2026-05-01T00:00:00Z"))
            .build();
    assertInvalid(
        query("cpm").setTimeRange(backwards),
        "time_range.end_time",
        "2026-05-01T00:00:00Z (expected: after start_time 2026-05-02T00:00:00Z)");
    assertInvalid(
        query("cpm").setTimeRange(backwards.toBuilder().clearEndTime()),
        "time_range.end_time",
        "absent");
  }

  @Test
  void filters_must_be_well_formed_and_not_too_long() {
    assertInvalid(
        query("cpm").setFilter(KpiFilter.newBuilder().addCampaignIds("a b")),
        "filter.campaign_ids[0]",
        "a b");
    assertInvalid(
        query("cpm")
            .setFilter(
                KpiFilter.newBuilder().addAllCampaignIds(Collections.nCopies(101, "spring"))),
        "filter.campaign_ids",
        "101 values (expected: 0-100)");
    assertInvalid(
        query("cpm").setFilter(KpiFilter.newBuilder().addPlatforms(Platform.PLATFORM_UNSPECIFIED)),
        "filter.platforms[0]",
        "absent");
  }

  @Test
  void positions_must_be_few_and_of_our_feeds() {
    assertInvalid(
        query("cpm").addAllAtLeast(Collections.nCopies(21, "x")), "at_least", "21 values");

    StatusRuntimeException failure = failure(query("cpm").addAtLeast("nonsense"));
    assertThat(Statuses.reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_POSITION_UNKNOWN);
  }

  @Test
  void a_position_that_does_not_come_in_time_is_a_deadline_with_the_lag() {
    metrics.write(Ingested.creator("anna", 1));
    metrics.kpis().queryKpis(query("cpm").addAllAtLeast(metrics.positions()).build());
    Positions written = Positions.decode(metrics.positions().get(0));
    Map<Integer, Long> later = new TreeMap<>(written.sequences());
    later.replaceAll((shard, sequence) -> sequence + 1_000);
    String future = new Positions(written.feed(), written.feedId(), new TreeMap<>(later)).encode();

    StatusRuntimeException failure =
        Statuses.failureOf(
            () ->
                metrics
                    .kpis()
                    .withDeadlineAfter(4, TimeUnit.SECONDS)
                    .queryKpis(query("cpm").addAtLeast(future).build()));

    assertThat(Statuses.reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_DEADLINE);
    assertThat(Statuses.metadataOf(failure)).containsEntry("lag_entries", "1000");
  }

  @Test
  void page_tokens_belong_to_their_question() {
    assertInvalid(query("cpm").setPageSize(-1), "page_size", "-1");

    StatusRuntimeException failure = failure(query("cpm").setPageToken("nonsense"));
    assertThat(Statuses.reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_PAGE_TOKEN_MISMATCH);
  }

  @Test
  void a_series_needs_dates_in_order_and_not_too_many_and_a_zone_there_is() {
    assertInvalid(
        series(),
        "start_date",
        "(expected: a date, or a filter with one campaign of the catalogue)");
    assertInvalid(
        series().setFilter(KpiFilter.newBuilder().addCampaignIds("unknown")),
        "start_date",
        "absent");
    assertInvalid(series().setStartDate("2026-05-01"), "end_date", "both dates, or neither");
    assertInvalid(
        series().setStartDate("2026-05-02").setEndDate("2026-05-01"),
        "end_date",
        "2026-05-01 (expected: 2026-05-02 or later)");
    assertInvalid(
        series().setStartDate("2025-01-01").setEndDate("2026-02-06"),
        "end_date",
        "at most 400 days after 2025-01-01");
    assertInvalid(
        series().setStartDate("01.05.2026").setEndDate("2026-05-01"), "start_date", "01.05.2026");
    assertInvalid(
        series().setStartDate("2026-05-01").setEndDate("2026-05-01").setTimeZone("Moon/Base"),
        "time_zone",
        "Moon/Base");
  }

  @Test
  void an_explanation_is_about_a_kpi_that_there_is() {
    StatusRuntimeException failure =
        Statuses.failureOf(
            () ->
                metrics.kpis().explainKpi(ExplainKpiRequest.newBuilder().setKpiId("cpx").build()));
    assertThat(Statuses.reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(Statuses.metadataOf(failure))
        .containsEntry("resource", "kpi")
        .containsEntry("id", "cpx");

    assertInvalid(
        () -> metrics.kpis().explainKpi(ExplainKpiRequest.getDefaultInstance()),
        "kpi_id",
        "absent");
  }

  @Test
  void faults_are_of_kinds_that_there_are() {
    assertInvalid(
        () ->
            metrics
                .kpis()
                .listDataFaults(
                    ListDataFaultsRequest.newBuilder()
                        .addKinds(DataFaultKind.DATA_FAULT_KIND_UNSPECIFIED)
                        .build()),
        "kinds[0]",
        "absent");
  }

  @Test
  void a_credential_that_may_not_read_is_refused() {
    StatusRuntimeException failure =
        Statuses.failureOf(
            () ->
                metrics.kpisOf("acme", Scope.WRITE).listKpis(ListKpisRequest.getDefaultInstance()));

    assertThat(Statuses.reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
  }

  private static QueryKpisRequest.Builder query(String... kpiIds) {
    return QueryKpisRequest.newBuilder().addAllKpiIds(List.of(kpiIds));
  }

  private static QuerySeriesRequest.Builder series() {
    return QuerySeriesRequest.newBuilder().addKpiIds("impressions");
  }

  private static StatusRuntimeException failure(QueryKpisRequest.Builder request) {
    return Statuses.failureOf(() -> metrics.kpis().queryKpis(request.build()));
  }

  private static void assertInvalid(
      QueryKpisRequest.Builder request, String field, String message) {
    assertInvalid(() -> metrics.kpis().queryKpis(request.build()), field, message);
  }

  private static void assertInvalid(
      QuerySeriesRequest.Builder request, String field, String message) {
    assertInvalid(() -> metrics.kpis().querySeries(request.build()), field, message);
  }

  private static void assertInvalid(ThrowingCallable call, String field, String message) {
    StatusRuntimeException failure = Statuses.failureOf(call);
    assertThat(Statuses.reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_FIELD_INVALID);
    assertThat(Statuses.fieldsOf(failure)).containsExactly(field);
    assertThat(failure.getStatus().getDescription()).contains(message);
  }
}
