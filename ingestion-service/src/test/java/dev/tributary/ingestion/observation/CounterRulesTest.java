package dev.tributary.ingestion.observation;

import static dev.tributary.ingestion.testing.ObservationSamples.accountCounters;
import static dev.tributary.ingestion.testing.ObservationSamples.count;
import static dev.tributary.ingestion.testing.ObservationSamples.dailyCounters;
import static dev.tributary.ingestion.testing.ObservationSamples.postCounters;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FIELD_MALFORMED;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FIELD_MISSING;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_OUT_OF_RANGE;

import dev.tributary.ingestion.testing.RuleCase;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CounterRulesTest {
  private static final Instant NOW = Instant.parse("2026-03-12T12:00:00Z");

  @TestFactory
  Stream<DynamicTest> post_counters_are_refused_with() {
    return refused(
        () -> postCounters("o-1", "post-1"),
        List.of(
            fault(
                "no post",
                o -> o.getPostCountersBuilder().clearPostId(),
                ERROR_REASON_FIELD_MISSING,
                "post_counters.post_id"),
            fault(
                "no span",
                o -> o.getPostCountersBuilder().clearSpan(),
                ERROR_REASON_FIELD_MISSING,
                "post_counters.span"),
            fault(
                "a day without need",
                o -> o.getPostCountersBuilder().setDay("2026-03-11"),
                ERROR_REASON_FIELD_MALFORMED,
                "post_counters.day"),
            fault(
                "a zone without need",
                o -> o.getPostCountersBuilder().setDayTimeZone("UTC"),
                ERROR_REASON_FIELD_MALFORMED,
                "post_counters.day_time_zone"),
            fault(
                "no counters",
                o -> o.getPostCountersBuilder().clearCounters(),
                ERROR_REASON_FIELD_MISSING,
                "post_counters.counters"),
            fault(
                "a counter without metric",
                o -> o.getPostCountersBuilder().getCountersBuilder(1).clearMetric(),
                ERROR_REASON_FIELD_MISSING,
                "post_counters.counters[1].metric"),
            fault(
                "a metric of other characters",
                o -> o.getPostCountersBuilder().getCountersBuilder(1).setMetric("a b"),
                ERROR_REASON_FIELD_MALFORMED,
                "post_counters.counters[1].metric"),
            fault(
                "a metric of 101 characters",
                o -> o.getPostCountersBuilder().getCountersBuilder(1).setMetric("a".repeat(101)),
                ERROR_REASON_FIELD_MALFORMED,
                "post_counters.counters[1].metric"),
            fault(
                "a metric twice",
                o -> o.getPostCountersBuilder().addCounters(count("likes", 1)),
                ERROR_REASON_FIELD_MALFORMED,
                "post_counters.counters[3].metric"),
            fault(
                "neither number nor reason",
                o -> o.getPostCountersBuilder().getCountersBuilder(0).clearValue(),
                ERROR_REASON_FIELD_MISSING,
                "post_counters.counters[0].value"),
            fault(
                "a negative number",
                o -> o.getPostCountersBuilder().getCountersBuilder(0).setCount(-1),
                ERROR_REASON_OUT_OF_RANGE,
                "post_counters.counters[0].count"),
            fault(
                "an unspecified reason",
                o -> o.getPostCountersBuilder().getCountersBuilder(2).setUnavailableValue(0),
                ERROR_REASON_FIELD_MISSING,
                "post_counters.counters[2].unavailable"),
            fault(
                "101 counters",
                CounterRulesTest::with101Counters,
                ERROR_REASON_OUT_OF_RANGE,
                "post_counters.counters")));
  }

  @TestFactory
  Stream<DynamicTest> daily_counters_are_refused_with() {
    return refused(
        () -> dailyCounters("o-1", "post-1"),
        List.of(
            fault(
                "no day",
                o -> o.getPostCountersBuilder().clearDay(),
                ERROR_REASON_FIELD_MISSING,
                "post_counters.day"),
            fault(
                "a day that is none",
                o -> o.getPostCountersBuilder().setDay("11.3.2026"),
                ERROR_REASON_FIELD_MALFORMED,
                "post_counters.day"),
            fault(
                "no zone",
                o -> o.getPostCountersBuilder().clearDayTimeZone(),
                ERROR_REASON_FIELD_MISSING,
                "post_counters.day_time_zone")));
  }

  @TestFactory
  Stream<DynamicTest> account_counters_are_refused_with() {
    return refused(
        () -> accountCounters("o-1", "anna"),
        List.of(
            fault(
                "no account",
                o -> o.getAccountCountersBuilder().clearAccount(),
                ERROR_REASON_FIELD_MISSING,
                "account_counters.account"),
            fault(
                "no platform",
                o -> o.getAccountCountersBuilder().getAccountBuilder().clearPlatform(),
                ERROR_REASON_FIELD_MISSING,
                "account_counters.account.platform"),
            fault(
                "no handle",
                o -> o.getAccountCountersBuilder().getAccountBuilder().clearHandle(),
                ERROR_REASON_FIELD_MISSING,
                "account_counters.account.handle"),
            fault(
                "no counters",
                o -> o.getAccountCountersBuilder().clearCounters(),
                ERROR_REASON_FIELD_MISSING,
                "account_counters.counters"),
            fault(
                "a negative number",
                o -> o.getAccountCountersBuilder().getCountersBuilder(0).setCount(-1),
                ERROR_REASON_OUT_OF_RANGE,
                "account_counters.counters[0].count")));
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

  private static void with101Counters(Observation.Builder observation) {
    for (int i = observation.getPostCounters().getCountersCount(); i < 101; i++) {
      observation.getPostCountersBuilder().addCounters(count("metric-" + i, 1));
    }
  }
}
