package dev.tributary.attribution.promocode;

import dev.tributary.runtime.money.Money;
import java.util.OptionalLong;

/**
 * What is used and held of a code, as one order sees it.
 *
 * @param uses of everybody
 * @param customerUses of the order's customer; nothing for a guest
 * @param budgetMinor discount given in the currency of the code's budget, in minor units; nothing
 *     without a budget
 */
record CodeCounters(Tally uses, Tally customerUses, Tally budgetMinor) {

  /** What the limits leave. */
  CodeRemainder remainderOf(CodeLimits limits) {
    return new CodeRemainder(
        left(limits.usesMax(), uses),
        left(limits.customerUsesMax(), customerUses),
        limits
            .budget()
            .map(budget -> new Money(budget.currency(), budgetMinor.leftOf(budget.minor()))));
  }

  private static OptionalLong left(OptionalLong limit, Tally tally) {
    return limit.isPresent()
        ? OptionalLong.of(tally.leftOf(limit.getAsLong()))
        : OptionalLong.empty();
  }
}
