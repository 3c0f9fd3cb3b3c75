package dev.tributary.attribution.hold;

import dev.tributary.attribution.conversion.RecordedConversion;
import dev.tributary.attribution.credit.Credit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a command did.
 *
 * @param orders orders that it changed
 * @param holds holds that it placed or ended
 * @param credits the credits of these orders by creator and currency
 */
record HoldOutcome(long orders, long holds, List<HeldCredit> credits) {
  private static final Comparator<HeldCredit> BY_CREATOR =
      Comparator.comparing(HeldCredit::creatorId).thenComparing(HeldCredit::currency);

  /** Nothing. */
  static final HoldOutcome NOTHING = new HoldOutcome(0, 0, List.of());

  /** Adds credits up, in their order. */
  HoldOutcome {
    credits = added(credits);
  }

  /** What was done to orders. */
  static HoldOutcome of(long holds, Collection<RecordedConversion> changed) {
    List<HeldCredit> credits = new ArrayList<>();
    changed.forEach(order -> credits.addAll(credits(order)));
    return new HoldOutcome(changed.size(), holds, credits);
  }

  /** Both together, which are about different orders. */
  HoldOutcome plus(HoldOutcome other) {
    List<HeldCredit> all = new ArrayList<>(credits);
    all.addAll(other.credits);
    return new HoldOutcome(
        Math.addExact(orders, other.orders), Math.addExact(holds, other.holds), all);
  }

  private static List<HeldCredit> added(List<HeldCredit> credits) {
    List<HeldCredit> sums = new ArrayList<>();
    for (HeldCredit credit : credits.stream().sorted(BY_CREATOR).toList()) {
      int last = sums.size() - 1;
      if (last >= 0 && sums.get(last).isLike(credit)) {
        sums.set(last, sums.get(last).plus(credit));
      } else {
        sums.add(credit);
      }
    }
    return List.copyOf(sums);
  }

  /** One for each creator, whatever number of credits it has. */
  private static List<HeldCredit> credits(RecordedConversion order) {
    Map<String, Long> nets = new TreeMap<>();
    for (Credit credit : order.ledger().balance().credits()) {
      credit
          .key()
          .owner()
          .ifPresent(owner -> nets.merge(owner.creatorId(), credit.netMinor(), Math::addExact));
    }
    String currency = order.conversion().currency();
    return nets.entrySet().stream()
        .map(net -> new HeldCredit(net.getKey(), currency, 1, net.getValue()))
        .toList();
  }
}
