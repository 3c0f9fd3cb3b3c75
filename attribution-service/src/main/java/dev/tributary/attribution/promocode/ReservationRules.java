package dev.tributary.attribution.promocode;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Decides whether an order gets a use of a code. Knows only what it is given. */
final class ReservationRules {
  private ReservationRules() {}

  /**
   * Why the order does not get the use; empty when it does. The first reason in the order of {@link
   * ReservationRefusal} counts.
   *
   * @param counters what is used and held by others, and by other orders of the customer
   * @param orderedBefore whether the customer has a purchase other than this order
   */
  static Optional<ReservationRefusal> refusal(
      PromoCode code,
      CodeCounters counters,
      ReservationWish wish,
      boolean orderedBefore,
      Instant now) {
    return code.refusalAt(now)
        .map(ReservationRules::ofCode)
        .or(() -> overLimit(code.terms().limits(), counters, wish, orderedBefore));
  }

  /**
   * Why the limits do not allow the order the use; empty when they do. Whether the code is valid is
   * not asked: of an order that is recorded that was decided then.
   */
  static Optional<ReservationRefusal> overLimit(
      CodeLimits limits, CodeCounters counters, ReservationWish wish, boolean orderedBefore) {
    return ofOrder(limits, counters, wish, orderedBefore)
        .or(() -> ofCounters(limits, counters, wish));
  }

  private static ReservationRefusal ofCode(Refusal refusal) {
    return switch (refusal) {
      case NOT_STARTED -> ReservationRefusal.NOT_STARTED;
      case ENDED -> ReservationRefusal.ENDED;
      case DISABLED -> ReservationRefusal.DISABLED;
    };
  }

  private static Optional<ReservationRefusal> ofOrder(
      CodeLimits limits, CodeCounters counters, ReservationWish wish, boolean orderedBefore) {
    String currency = wish.amount().currency();
    if (!limits.know(currency)) {
      return Optional.of(ReservationRefusal.CURRENCY_MISMATCH);
    }
    if (limits
        .minimumOf(currency)
        .filter(minimum -> wish.amount().minor() < minimum.minor())
        .isPresent()) {
      return Optional.of(ReservationRefusal.MINIMUM_AMOUNT);
    }
    if (limits.lookAtCustomers() && wish.customer().isEmpty()) {
      return Optional.of(ReservationRefusal.CUSTOMER_NOT_TOLD);
    }
    // What is held may become an order, so that of two carts of a new customer one gets the code.
    boolean notFirst = orderedBefore || counters.customerUses().leftOf(1) == 0;
    return limits.firstOrderOnly() && notFirst
        ? Optional.of(ReservationRefusal.NOT_FIRST_ORDER)
        : Optional.empty();
  }

  private static Optional<ReservationRefusal> ofCounters(
      CodeLimits limits, CodeCounters counters, ReservationWish wish) {
    if (isUsedUp(limits.customerUsesMax(), counters.customerUses())) {
      return Optional.of(ReservationRefusal.LIMIT_CUSTOMER);
    }
    if (isUsedUp(limits.usesMax(), counters.uses())) {
      return Optional.of(ReservationRefusal.LIMIT_TOTAL);
    }
    return limits
        .budget()
        .filter(budget -> counters.budgetMinor().leftOf(budget.minor()) < wish.discount().minor())
        .map(budget -> ReservationRefusal.LIMIT_BUDGET);
  }

  private static boolean isUsedUp(OptionalLong limit, Tally tally) {
    return limit.isPresent() && tally.leftOf(limit.getAsLong()) == 0;
  }
}
