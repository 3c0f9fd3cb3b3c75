package dev.tributary.attribution.promocode;

import dev.tributary.runtime.money.Money;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a use is over a limit.
 *
 * @param reason which limit
 * @param message the same in words, with the figures
 */
public record OverLimit(ReservationRefusal reason, String message) {

  /**
   * The limit in words.
   *
   * @param counters what other orders have
   */
  static OverLimit of(
      PromoCode code, ReservationRefusal reason, CodeCounters counters, ReservationWish wish) {
    return new OverLimit(
        reason, code.code() + ": " + figures(code.terms().limits(), reason, counters, wish));
  }

  private static String figures(
      CodeLimits limits, ReservationRefusal reason, CodeCounters counters, ReservationWish wish) {
    return switch (reason) {
      case LIMIT_TOTAL ->
          "uses limited to %d; %s"
              .formatted(limits.usesMax().orElseThrow(), of(counters.uses(), "others"));
      case LIMIT_CUSTOMER ->
          "uses per customer limited to %d; %s"
              .formatted(
                  limits.customerUsesMax().orElseThrow(),
                  of(counters.customerUses(), "other orders of the customer"));
      case LIMIT_BUDGET -> budget(limits.budget().orElseThrow(), counters.budgetMinor(), wish);
      case MINIMUM_AMOUNT ->
          "for orders from %s, this one is worth %s before discounts"
              .formatted(limits.minimumOf(wish.amount().currency()).orElseThrow(), wish.amount());
      case CURRENCY_MISMATCH ->
          "limits in %s, the order is in %s"
              .formatted(currencies(limits), wish.amount().currency());
      case NOT_FIRST_ORDER -> "for first orders only, and the customer has another one";
      case CUSTOMER_NOT_TOLD -> "limits for each customer, and the order tells none";
      case NOT_STARTED, ENDED, DISABLED ->
          throw new IllegalArgumentException(reason + " (expected: a limit)");
    };
  }

  private static String of(Tally tally, String whom) {
    return "%d used and %d held by %s".formatted(tally.used(), tally.held(), whom);
  }

  private static String budget(Money budget, Tally minor, ReservationWish wish) {
    return "discounts limited to %s; %s used and %s held by others, %s wanted"
        .formatted(
            budget,
            new Money(budget.currency(), minor.used()),
            new Money(budget.currency(), minor.held()),
            wish.discount());
  }

  private static String currencies(CodeLimits limits) {
    return Stream.concat(
            limits.budget().stream().map(Money::currency),
            limits.minimumAmounts().stream().map(Money::currency))
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
