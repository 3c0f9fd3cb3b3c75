package dev.tributary.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.metrics.fact.Facts;
import dev.tributary.metrics.fact.FactsBuilder;
import dev.tributary.metrics.fact.RandomFacts;
import dev.tributary.metrics.kpi.Aggregation;
import dev.tributary.metrics.kpi.Asking;
import dev.tributary.metrics.kpi.Figure;
import dev.tributary.metrics.kpi.KpiCatalogue;
import dev.tributary.metrics.kpi.KpiDefinition;
import dev.tributary.metrics.kpi.Measured;
import dev.tributary.metrics.kpi.ValueState;
import dev.tributary.metrics.measure.Amounts;
import dev.tributary.metrics.measure.FactIndex;
import dev.tributary.metrics.measure.MoneyTerms;
import dev.tributary.metrics.measure.Selection;
import dev.tributary.metrics.measure.Units;
import dev.tributary.runtime.money.Money;
import dev.tributary.runtime.testing.Seeds;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeriesTest {
  private static final List<KpiDefinition> ADDITIVE =
      KpiCatalogue.ALL.stream()
          .filter(
              kpi ->
                  kpi.aggregation() == Aggregation.SUM
                      || kpi.aggregation() == Aggregation.LATEST_THEN_SUM)
          .toList();

  static LongStream seeds() {
    return Seeds.cases(20);
  }

  @Test
  void each_day_has_its_own_growth_and_a_correction_is_negative() {
    Facts facts =
        new FactsBuilder()
            .post(
                "a",
                post ->
                    post.published("2026-05-02T08:00:00Z")
                        .read("impressions", "2026-05-02T20:00:00Z", 100)
                        .read("impressions", "2026-05-03T20:00:00Z", 250)
                        .read("impressions", "2026-05-04T20:00:00Z", 240))
            .build();

    assertThat(counts(facts, "impressions", "2026-05-01", "2026-05-05", "UTC"))
        .containsExactly(0L, 100L, 150L, -10L, 0L);
  }

  @Test
  void days_before_the_first_reading_are_not_collected_and_the_first_one_has_it_all() {
    Facts facts =
        new FactsBuilder()
            .post(
                "a",
                post ->
                    post.published("2026-05-01T08:00:00Z")
                        .read("impressions", "2026-05-03T20:00:00Z", 250))
            .build();

    List<Measured> days = days(facts, "impressions", "2026-05-01", "2026-05-04", "UTC");

    assertThat(days)
        .extracting(Measured::state)
        .containsExactly(
            ValueState.NOT_COLLECTED, ValueState.NOT_COLLECTED, ValueState.VALUE, ValueState.VALUE);
    assertThat(days.get(2).figure()).contains(new Figure.Count(250));
  }

  @Test
  void days_are_cut_in_the_zone_where_clocks_change_too() {
    FactsBuilder facts =
        new FactsBuilder().campaign("spring", "EUR").collaboration("anna", "spring", "anna");
    facts.clicks("anna", "2026-03-28T22:59:59Z", 1); // 28 March, 23:59:59 in winter time
    facts.clicks("anna", "2026-03-28T23:00:00Z", 10); // 29 March, 0:00; this day has 23 hours
    facts.clicks("anna", "2026-03-29T21:59:59Z", 100); // 29 March, 23:59:59 in summer time
    facts.clicks("anna", "2026-03-29T22:00:00Z", 1_000); // 30 March, 0:00

    assertThat(counts(facts.build(), "clicks", "2026-03-28", "2026-03-30", "Europe/Stockholm"))
        .containsExactly(1L, 110L, 1_000L);
  }

  @Test
  void a_day_that_a_zone_left_out_is_not_there() {
    List<LocalDate> dates =
        new Days(
                LocalDate.parse("2011-12-29"),
                LocalDate.parse("2011-12-31"),
                ZoneId.of("Pacific/Apia"))
            .each().stream().map(Days.Day::date).toList();

    assertThat(dates).containsExactly(LocalDate.parse("2011-12-29"), LocalDate.parse("2011-12-31"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void days_add_up_to_the_growth_over_all_of_them(long seed) {
    Facts facts = knownFromTheStart(new RandomFacts(Seeds.random(seed)).draw());
    Days days =
        new Days(
            LocalDate.parse("2026-05-01"), LocalDate.parse("2026-06-20"), ZoneId.of("Asia/Tokyo"));
    Asking whole = Asking.of(facts).within(days.range());
    List<Point> points = Series.of(whole.engine(), ADDITIVE, units(facts), days);

    for (int i = 0; i < ADDITIVE.size(); i++) {
      int kpi = i;
      assertThat(sum(points.stream().map(point -> point.values().get(kpi)).toList()))
          .as(ADDITIVE.get(i).id())
          .isEqualTo(sum(List.of(whole.total(ADDITIVE.get(i).id()))));
    }
  }

  /**
   * Only posts whose growth is known from the first day on: a post that is older than the series
   * and first read inside it has days with a growth, but no growth over the whole.
   */
  private static Facts knownFromTheStart(Facts facts) {
    return new Facts(
        facts.campaigns(),
        facts.creatorIds(),
        facts.collaborations(),
        facts.posts().stream()
            .filter(
                post ->
                    post.publishTime()
                        .filter(time -> !time.isBefore(RandomFacts.START))
                        .isPresent())
            .toList(),
        facts.clicks(),
        facts.credits(),
        facts.costs(),
        facts.accounts(),
        facts.rates(),
        facts.unknownMetrics());
  }

  private static List<Long> counts(
      Facts facts, String kpiId, String first, String last, String zone) {
    return days(facts, kpiId, first, last, zone).stream()
        .map(day -> ((Figure.Count) day.figure().orElseThrow()).count())
        .toList();
  }

  private static List<Measured> days(
      Facts facts, String kpiId, String first, String last, String zone) {
    Days days = new Days(LocalDate.parse(first), LocalDate.parse(last), ZoneId.of(zone));
    return Series.of(Asking.of(facts).engine(), Asking.kpis(List.of(kpiId)), units(facts), days)
        .stream()
        .map(point -> point.values().get(0))
        .toList();
  }

  private static Units units(Facts facts) {
    return new Units(new FactIndex(facts), Selection.ALL, MoneyTerms.without(facts));
  }

  private static Map<String, BigInteger> sum(List<Measured> values) {
    Map<String, BigInteger> sums = new TreeMap<>();
    values.stream()
        .flatMap(value -> value.figure().stream())
        .map(SeriesTest::amounts)
        .forEach(
            amounts ->
                amounts
                    .byCurrency()
                    .forEach((code, minor) -> sums.merge(code, minor, BigInteger::add)));
    sums.values().removeIf(minor -> minor.signum() == 0);
    return sums;
  }

  private static Amounts amounts(Figure figure) {
    if (figure instanceof Figure.Count count) {
      return Amounts.count(count.count() * 1_000_000);
    }
    if (figure instanceof Figure.Ratio ratio) {
      return Amounts.count(ratio.numerator() * 1_000_000 / ratio.denominator());
    }
    List<Money> amounts =
        figure instanceof Figure.Totals totals
            ? totals.amounts()
            : List.of(((Figure.Amount) figure).money());
    return Amounts.sum(amounts.stream().map(Amounts::money).toList());
  }
}
