package dev.tributary.metrics.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.metrics.fact.Facts;
import dev.tributary.metrics.fact.Platform;
import dev.tributary.metrics.fact.RandomFacts;
import dev.tributary.metrics.fact.TimeRange;
import dev.tributary.metrics.measure.Amounts;
import dev.tributary.metrics.measure.Dimension;
import dev.tributary.metrics.measure.Measure;
import dev.tributary.metrics.measure.Selection;
import dev.tributary.metrics.measure.Unit;
import dev.tributary.runtime.money.Money;
import dev.tributary.runtime.testing.Seeds;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every KPI, every grouping and whatever the facts are. */
class KpiPropertiesTest {
  private static final String CASES = "seeds";
  private static final List<String> EVERY_KPI = Asking.everyKpi().toList();

  static LongStream seeds() {
    return Seeds.cases(20);
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void rows_add_up_to_the_total_under_every_grouping(long seed) {
    List<String> additive = EVERY_KPI.stream().filter(KpiPropertiesTest::isAdditive).toList();
    for (Asking asking : questions(seed)) {
      for (Dimension dimension : Dimension.values()) {
        KpiTable table = asking.table(additive, dimension);
        for (int i = 0; i < additive.size(); i++) {
          int kpi = i;
          assertThat(sum(table.rows().stream().map(row -> row.values().get(kpi)).toList()))
              .as("%s by %s", additive.get(i), dimension)
              .isEqualTo(sum(List.of(table.total().values().get(i))));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void coverage_adds_up_too_and_never_knows_more_than_was_asked_for(long seed) {
    for (Asking asking : questions(seed)) {
      KpiTable table = asking.table(EVERY_KPI, Dimension.PLATFORM, Dimension.CREATOR);
      for (int i = 0; i < EVERY_KPI.size(); i++) {
        Coverage total = table.total().values().get(i).coverage();
        assertThat(total.known()).isBetween(0L, total.total());
        if (!total.unit().equals("accounts")) {
          int kpi = i;
          assertThat(
                  table.rows().stream()
                      .map(row -> row.values().get(kpi).coverage())
                      .mapToLong(Coverage::total)
                      .sum())
              .isEqualTo(total.total());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void a_quotient_is_the_quotient_of_sums_over_the_units_that_have_both(long seed) {
    for (Asking asking : questions(seed)) {
      for (KpiDefinition kpi : KpiCatalogue.ALL) {
        if (kpi.formula() instanceof Formula.Quotient quotient) {
          List<Unit> units = asking.units(List.of(kpi));
          Measured value = asking.engine().value(kpi, units);
          value.figure().ifPresent(figure -> assertIsQuotient(figure, quotient, units));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void grouping_never_invents_a_group(long seed) {
    for (Asking asking : questions(seed)) {
      Set<Dimension> dimensions = Set.of(Dimension.CREATOR, Dimension.FORMAT);
      List<KpiDefinition> kpis = Asking.kpis(EVERY_KPI);
      assertThat(asking.table(EVERY_KPI, Dimension.CREATOR, Dimension.FORMAT).rows())
          .extracting(Row::key)
          .doesNotHaveDuplicates()
          .isSorted()
          .containsExactlyInAnyOrderElementsOf(
              asking.units(kpis).stream()
                  .flatMap(unit -> unit.places().stream())
                  .map(place -> place.reducedTo(dimensions))
                  .distinct()
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void the_order_in_which_facts_arrive_changes_nothing(long seed) {
    RandomGenerator random = Seeds.random(seed);
    Facts facts = new RandomFacts(random).draw();
    Facts shuffled = new RandomFacts(random).shuffled(facts);

    assertThat(Asking.of(shuffled).in("EUR").table(EVERY_KPI, Dimension.CAMPAIGN))
        .isEqualTo(Asking.of(facts).in("EUR").table(EVERY_KPI, Dimension.CAMPAIGN));
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void a_filter_for_a_platform_gives_what_its_group_shows(long seed) {
    for (Asking asking : questions(seed)) {
      List<String> kpis =
          EVERY_KPI.stream().filter(id -> !id.startsWith("follower_growth")).toList();
      asking.table(kpis, Dimension.PLATFORM).rows().stream()
          .filter(row -> row.key().platform().isPresent())
          .forEach(
              row ->
                  assertThat(
                          asking
                              .about(only(row.key().platform().get()))
                              .table(kpis)
                              .total()
                              .values())
                      .isEqualTo(row.values()));
    }
  }

  private static Selection only(Platform platform) {
    return new Selection(Set.of(platform), Set.of(), Set.of());
  }

  /** The newest values and growth, by currency and converted. */
  private static List<Asking> questions(long seed) {
    RandomGenerator random = Seeds.random(seed);
    Asking newest = Asking.of(new RandomFacts(random).draw());
    TimeRange range =
        new TimeRange(
            RandomFacts.START.plus(Duration.ofHours(random.nextInt(700))),
            RandomFacts.START.plus(Duration.ofHours(701 + random.nextInt(700))));
    return List.of(newest, newest.in("EUR"), newest.within(range).in("SEK"));
  }

  private static boolean isAdditive(String kpiId) {
    Aggregation aggregation = KpiCatalogue.find(kpiId).orElseThrow().aggregation();
    return aggregation == Aggregation.SUM || aggregation == Aggregation.LATEST_THEN_SUM;
  }

  /** Nothing where there is no figure; counts in millionths, money by currency. */
  private static Map<String, BigInteger> sum(Collection<Measured> values) {
    var sums = new TreeMap<String, BigInteger>();
    values.stream()
        .flatMap(value -> value.figure().stream())
        .flatMap(KpiPropertiesTest::amounts)
        .forEach(
            money ->
                money
                    .byCurrency()
                    .forEach((code, minor) -> sums.merge(code, minor, BigInteger::add)));
    sums.values().removeIf(minor -> minor.signum() == 0);
    return sums;
  }

  private static Stream<Amounts> amounts(Figure figure) {
    if (figure instanceof Figure.Count count) {
      return Stream.of(Amounts.count(count.count() * 1_000_000));
    }
    if (figure instanceof Figure.Ratio ratio) {
      return Stream.of(Amounts.count(ratio.numerator() * 1_000_000 / ratio.denominator()));
    }
    List<Money> amounts =
        figure instanceof Figure.Totals totals
            ? totals.amounts()
            : List.of(((Figure.Amount) figure).money());
    return amounts.stream().map(Amounts::money);
  }

  private static void assertIsQuotient(Figure figure, Formula.Quotient quotient, List<Unit> units) {
    List<Unit> whole =
        units.stream()
            .filter(unit -> unit.grain() == quotient.grain())
            .filter(
                unit ->
                    quotient.inputs().stream()
                        .allMatch(
                            input -> unit.cell(input).filter(c -> c.isComplete()).isPresent()))
            .toList();
    List<Unit> behind =
        Stream.concat(
                whole.stream(),
                units.stream().filter(unit -> unit.grain().plural().equals("campaigns")))
            .toList();
    BigInteger top = total(behind, quotient.numerator());
    BigInteger taken = quotient.minus().map(minus -> total(behind, minus)).orElse(BigInteger.ZERO);
    BigInteger bottom = total(behind, quotient.denominator());
    BigInteger scaleTop = Figures.scale(quotient.numerator().kind());
    BigInteger scaleBottom = Figures.scale(quotient.denominator().kind());
    BigInteger[] shown = parts(figure);

    // top / scaleTop / (bottom / scaleBottom) * multiplier = shown[0] / shown[1], multiplied out.
    assertThat(
            top.subtract(taken)
                .multiply(scaleBottom)
                .multiply(BigInteger.valueOf(quotient.multiplier()))
                .multiply(shown[1]))
        .isEqualTo(shown[0].multiply(bottom).multiply(scaleTop));
  }

  private static BigInteger total(List<Unit> units, Measure measure) {
    return units.stream()
        .flatMap(unit -> unit.cell(measure).stream())
        .flatMap(cell -> cell.number().stream())
        .flatMap(number -> number.byCurrency().values().stream())
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static BigInteger[] parts(Figure figure) {
    if (figure instanceof Figure.Ratio ratio) {
      return new BigInteger[] {
        BigInteger.valueOf(ratio.numerator()), BigInteger.valueOf(ratio.denominator())
      };
    }
    Figure.PerUnit perUnit = (Figure.PerUnit) figure;
    return new BigInteger[] {
      BigInteger.valueOf(perUnit.numeratorMinor())
          .multiply(BigInteger.valueOf(perUnit.multiplier())),
      BigInteger.valueOf(perUnit.denominator())
    };
  }
}
