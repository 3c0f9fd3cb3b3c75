package dev.tributary.ingestion.observation;

import static dev.tributary.ingestion.testing.CatalogSamples.euros;
import static dev.tributary.ingestion.testing.CatalogSamples.time;
import static dev.tributary.ingestion.testing.ObservationSamples.accountCounters;
import static dev.tributary.ingestion.testing.ObservationSamples.anObservation;
import static dev.tributary.ingestion.testing.ObservationSamples.cost;
import static dev.tributary.ingestion.testing.ObservationSamples.count;
import static dev.tributary.ingestion.testing.ObservationSamples.dailyCounters;
import static dev.tributary.ingestion.testing.ObservationSamples.exchangeRate;
import static dev.tributary.ingestion.testing.ObservationSamples.postCounters;
import static dev.tributary.ingestion.testing.ObservationSamples.trafficOfCampaign;
import static dev.tributary.ingestion.testing.ObservationSamples.trafficOfCollaboration;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_CURRENCY_UNKNOWN;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FIELD_MALFORMED;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FIELD_MISSING;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FUTURE_TIME;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_OUT_OF_RANGE;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_TIME_ORDER;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tributary.ingestion.testing.RuleCase;
import dev.tributary.ingestion.v1.CounterSpan;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.PostCounters;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ObservationRulesTest {
  private static final Instant NOW = Instant.parse("2026-03-12T12:00:00Z");

  @Test
  void observations_of_every_kind_pass() {
    Stream.of(
            postCounters("o-1", "post-1"),
            dailyCounters("o-1", "post-1"),
            accountCounters("o-1", "anna"),
            trafficOfCollaboration("o-1", "anna-spring"),
            trafficOfCampaign("o-1", "spring"),
            cost("o-1", "cost-1"),
            exchangeRate("o-1", "EUR", "SEK"))
        .map(Observation.Builder::build)
        .forEach(
            good ->
                assertThatCode(() -> ObservationRules.check(good, NOW)).doesNotThrowAnyException());
  }

  @Test
  void a_clock_may_be_five_minutes_ahead() {
    Observation ahead =
        postCounters("o-1", "post-1").setObservedTime(time("2026-03-12T12:05:00Z")).build();
    assertThatCode(() -> ObservationRules.check(ahead, NOW)).doesNotThrowAnyException();
  }

  @Test
  void a_count_of_zero_is_a_number_and_an_unmeasured_one_is_absent() {
    Observation zero =
        anObservation("o-1")
            .setPostCounters(
                PostCounters.newBuilder()
                    .setPostId("post-1")
                    .setSpan(CounterSpan.COUNTER_SPAN_LIFETIME)
                    .addCounters(count("likes", 0)))
            .build();
    assertThatCode(() -> ObservationRules.check(zero, NOW)).doesNotThrowAnyException();
  }

  @TestFactory
  Stream<DynamicTest> every_observation_is_refused_with() {
    return refused(
        () -> postCounters("o-1", "post-1"),
        List.of(
            fault(
                "no id",
                Observation.Builder::clearObservationId,
                ERROR_REASON_FIELD_MISSING,
                "observation_id"),
            fault(
                "an id of other characters",
                o -> o.setObservationId("a/b"),
                ERROR_REASON_FIELD_MALFORMED,
                "observation_id"),
            fault(
                "no source",
                Observation.Builder::clearSource,
                ERROR_REASON_FIELD_MISSING,
                "source"),
            fault(
                "no provenance",
                o -> o.getSourceBuilder().clearProvenance(),
                ERROR_REASON_FIELD_MISSING,
                "source.provenance"),
            fault(
                "no system",
                o -> o.getSourceBuilder().clearSystem(),
                ERROR_REASON_FIELD_MISSING,
                "source.system"),
            fault(
                "no time",
                Observation.Builder::clearObservedTime,
                ERROR_REASON_FIELD_MISSING,
                "observed_time"),
            fault(
                "a time more than five minutes ahead",
                o -> o.setObservedTime(time("2026-03-12T12:05:00.000001Z")),
                ERROR_REASON_FUTURE_TIME,
                "observed_time"),
            fault(
                "a time before 1970",
                o -> o.setObservedTime(time("1969-12-31T23:59:59Z")),
                ERROR_REASON_OUT_OF_RANGE,
                "observed_time"),
            fault(
                "nothing that was seen",
                Observation.Builder::clearSubject,
                ERROR_REASON_FIELD_MISSING,
                "subject")));
  }

  @TestFactory
  Stream<DynamicTest> web_traffic_is_refused_with() {
    return refused(
        () -> trafficOfCampaign("o-1", "spring"),
        List.of(
            fault(
                "neither collaboration nor campaign",
                o -> o.getWebTrafficBuilder().clearCampaignId(),
                ERROR_REASON_FIELD_MISSING,
                "web_traffic.campaign_id"),
            fault(
                "no start",
                o -> o.getWebTrafficBuilder().clearStartTime(),
                ERROR_REASON_FIELD_MISSING,
                "web_traffic.start_time"),
            fault(
                "no end",
                o -> o.getWebTrafficBuilder().clearEndTime(),
                ERROR_REASON_FIELD_MISSING,
                "web_traffic.end_time"),
            fault(
                "an end before its start",
                o -> o.getWebTrafficBuilder().setEndTime(time("2026-03-10T00:00:00Z")),
                ERROR_REASON_TIME_ORDER,
                "web_traffic.end_time"),
            fault(
                "negative sessions",
                o -> o.getWebTrafficBuilder().setSessions(-1),
                ERROR_REASON_OUT_OF_RANGE,
                "web_traffic.sessions"),
            fault(
                "negative engaged sessions",
                o -> o.getWebTrafficBuilder().setEngagedSessions(-1),
                ERROR_REASON_OUT_OF_RANGE,
                "web_traffic.engaged_sessions"),
            fault(
                "negative users",
                o -> o.getWebTrafficBuilder().setUsers(-1),
                ERROR_REASON_OUT_OF_RANGE,
                "web_traffic.users"),
            fault(
                "negative new users",
                o -> o.getWebTrafficBuilder().setNewUsers(-1),
                ERROR_REASON_OUT_OF_RANGE,
                "web_traffic.new_users")));
  }

  @TestFactory
  Stream<DynamicTest> costs_are_refused_with() {
    return refused(
        () -> cost("o-1", "cost-1"),
        List.of(
            fault(
                "no id",
                o -> o.getCostBuilder().clearCostId(),
                ERROR_REASON_FIELD_MISSING,
                "cost.cost_id"),
            fault(
                "neither collaboration nor campaign",
                o -> o.getCostBuilder().clearCollaborationId(),
                ERROR_REASON_FIELD_MISSING,
                "cost.campaign_id"),
            fault(
                "no kind",
                o -> o.getCostBuilder().clearKind(),
                ERROR_REASON_FIELD_MISSING,
                "cost.kind"),
            fault(
                "no state",
                o -> o.getCostBuilder().clearState(),
                ERROR_REASON_FIELD_MISSING,
                "cost.state"),
            fault(
                "no amount",
                o -> o.getCostBuilder().clearAmount(),
                ERROR_REASON_FIELD_MISSING,
                "cost.amount"),
            fault(
                "a negative amount",
                o -> o.getCostBuilder().setAmount(euros(-1)),
                ERROR_REASON_OUT_OF_RANGE,
                "cost.amount.minor_units"),
            fault(
                "an unknown currency",
                o -> o.getCostBuilder().getAmountBuilder().setCurrencyCode("EUX"),
                ERROR_REASON_CURRENCY_UNKNOWN,
                "cost.amount.currency_code")));
  }

  @TestFactory
  Stream<DynamicTest> exchange_rates_are_refused_with() {
    return refused(
        () -> exchangeRate("o-1", "EUR", "SEK"),
        List.of(
            fault(
                "an unknown base",
                o -> o.getExchangeRateBuilder().setBaseCurrencyCode("EUX"),
                ERROR_REASON_CURRENCY_UNKNOWN,
                "exchange_rate.base_currency_code"),
            fault(
                "no quote",
                o -> o.getExchangeRateBuilder().clearQuoteCurrencyCode(),
                ERROR_REASON_FIELD_MISSING,
                "exchange_rate.quote_currency_code"),
            fault(
                "one currency",
                o -> o.getExchangeRateBuilder().setQuoteCurrencyCode("EUR"),
                ERROR_REASON_FIELD_MALFORMED,
                "exchange_rate.quote_currency_code"),
            fault(
                "no date",
                o -> o.getExchangeRateBuilder().clearDate(),
                ERROR_REASON_FIELD_MISSING,
                "exchange_rate.date"),
            fault(
                "a rate of 0",
                o -> o.getExchangeRateBuilder().clearRateNanos(),
                ERROR_REASON_OUT_OF_RANGE,
                "exchange_rate.rate_nanos")));
  }

  private static Stream<DynamicTest> refused(
      Supplier<Observation.Builder> good, List<RuleCase<Observation.Builder>> cases) {
    return RuleCase.tests(
        good, (Observation item) -> ObservationRules.check(item, NOW), cases.stream());
  }

  private static RuleCase<Observation.Builder> fault(
      String what, Consumer<Observation.Builder> fault, ErrorReason reason, String field) {
    return new RuleCase<>(what, fault, reason, field);
  }
}
