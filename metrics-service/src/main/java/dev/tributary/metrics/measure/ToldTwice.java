package dev.tributary.metrics.measure;

import static java.util.stream.Collectors.joining;

import dev.tributary.metrics.fact.CostFact;
import dev.tributary.metrics.fact.CostOrigin;
import dev.tributary.runtime.money.Money;
import java.math.BigInteger;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Commissions, or creators' fees, that attribution's ledger and somebody else both tell of one
 * collaboration. They are the same money, so they are never added; which of the two is right, only
 * people can say. What was told of the months before the ledger's first one is another period.
 *
 * @param origins what is left out: the ledger's and the other's
 * @param from start of the month in which the ledger's first one falls
 * @param gap both figures, in words
 */
record ToldTwice(List<CostOrigin> origins, Instant from, Gap gap) {

  /** What of the costs of one collaboration is told twice in a window. */
  static List<ToldTwice> in(Collection<CostFact> costs, Window window, ZoneId zone) {
    List<ToldTwice> found = new ArrayList<>();
    of(CostOrigin.LEDGER_COMMISSION, CostOrigin.TOLD_COMMISSION, costs, window, zone)
        .ifPresent(found::add);
    of(CostOrigin.LEDGER_FEE, CostOrigin.TOLD_FEE, costs, window, zone).ifPresent(found::add);
    return found;
  }

  /** Whether a cost is left out for it. */
  boolean concerns(CostFact cost) {
    return origins.contains(cost.origin()) && !cost.time().isBefore(from);
  }

  private static Optional<ToldTwice> of(
      CostOrigin ledger, CostOrigin told, Collection<CostFact> costs, Window window, ZoneId zone) {
    Optional<Instant> first =
        costs.stream()
            .filter(cost -> cost.origin() == ledger)
            .map(CostFact::time)
            .min(Instant::compareTo);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Instant from = YearMonth.from(first.get().atZone(zone)).atDay(1).atStartOfDay(zone).toInstant();
    List<CostFact> others =
        costs.stream()
            .filter(cost -> cost.origin() == told && !cost.time().isBefore(from))
            .filter(cost -> window.contains(cost.time()))
            .toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    List<CostFact> ours =
        costs.stream()
            .filter(cost -> cost.origin() == ledger && window.contains(cost.time()))
            .toList();
    String systems =
        String.join(
            " and ", new TreeSet<>(others.stream().map(cost -> cost.source().system()).toList()));
    Gap gap =
        Gap.notAvailable(
            "%s told twice: %s by attribution's ledger and %s by %s"
                .formatted(told.subject(), sum(ours), sum(others), systems));
    return Optional.of(new ToldTwice(List.of(ledger, told), from, gap));
  }

  /** Amounts by currency, in words. */
  private static String sum(List<CostFact> costs) {
    TreeMap<String, BigInteger> sums = new TreeMap<>();
    for (CostFact cost : costs) {
      sums.merge(
          cost.amount().currency(), BigInteger.valueOf(cost.amount().minor()), BigInteger::add);
    }
    return sums.isEmpty()
        ? "nothing"
        : sums.entrySet().stream()
            .map(entry -> new Money(entry.getKey(), entry.getValue().longValueExact()).toString())
            .collect(joining(" and "));
  }
}
