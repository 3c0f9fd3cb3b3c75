package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.CodeLimits;
import dev.tributary.attribution.v1.CodeRemainder;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Money;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** What the limits of a code leave of it, counted use by use. */
final class Limits {
  private final CodeLimits limits;
  private final List<Use> taken;

  /**
   * The limits of a code.
   *
   * @param uses of all codes
   */
  Limits(PromoCode code, Collection<Use> uses) {
    this.limits = code.getLimits();
    this.taken =
        uses.stream()
            .filter(Use::counts)
            .filter(use -> use.told().getCodeId().equals(code.getCodeId()))
            .toList();
  }

  /** Whether they can only be kept to for a known customer. */
  boolean lookAtCustomers() {
    return limits.hasMaxUsesPerCustomer() || limits.getFirstOrderOnly();
  }

  /**
   * The first limit that a use would not fit.
   *
   * @param customer empty for a guest
   * @param orderedBefore whether the customer has a purchase that counts against first orders
   */
  Optional<ErrorReason> refusal(
      String customer, Money amount, Money discount, boolean orderedBefore) {
    String currency = amount.getCurrencyCode();
    Predicate<Money> isSame = money -> money.getCurrencyCode().equals(currency);
    List<Money> minimums = limits.getMinimumAmountsList();
    if ((limits.hasBudget() && !isSame.test(limits.getBudget()))
        || (!minimums.isEmpty() && minimums.stream().noneMatch(isSame))) {
      return Optional.of(ErrorReason.ERROR_REASON_CURRENCY_MISMATCH);
    }
    if (minimums.stream()
        .filter(isSame)
        .anyMatch(minimum -> amount.getMinorUnits() < minimum.getMinorUnits())) {
      return Optional.of(ErrorReason.ERROR_REASON_MINIMUM_AMOUNT);
    }
    if (lookAtCustomers() && customer.isEmpty()) {
      return Optional.of(ErrorReason.ERROR_REASON_CUSTOMER_NOT_TOLD);
    }
    if (limits.getFirstOrderOnly() && (orderedBefore || ofCustomer(customer) > 0)) {
      return Optional.of(ErrorReason.ERROR_REASON_NOT_FIRST_ORDER);
    }
    CodeRemainder left = left(customer);
    if (left.hasCustomerUses() && left.getCustomerUses() < 1) {
      return Optional.of(ErrorReason.ERROR_REASON_LIMIT_CUSTOMER);
    }
    if (left.hasUses() && left.getUses() < 1) {
      return Optional.of(ErrorReason.ERROR_REASON_LIMIT_TOTAL);
    }
    return left.hasBudget() && left.getBudget().getMinorUnits() < discount.getMinorUnits()
        ? Optional.of(ErrorReason.ERROR_REASON_LIMIT_BUDGET)
        : Optional.empty();
  }

  /** The first limit that a checkout's use would not fit. */
  Optional<ErrorReason> refusal(ReservePromoCodeRequest request, boolean orderedBefore) {
    return refusal(
        request.getCustomerId(), request.getAmount(), request.getDiscount(), orderedBefore);
  }

  /** What is left for a customer. */
  CodeRemainder left(String customer) {
    CodeRemainder.Builder left = CodeRemainder.newBuilder();
    if (limits.hasMaxUses()) {
      left.setUses(Math.max(0, limits.getMaxUses() - taken.size()));
    }
    if (limits.hasMaxUsesPerCustomer()) {
      left.setCustomerUses(Math.max(0, limits.getMaxUsesPerCustomer() - ofCustomer(customer)));
    }
    if (limits.hasBudget()) {
      Money budget = limits.getBudget();
      ToLongFunction<Use> given =
          use ->
              use.told().getDiscount().getCurrencyCode().equals(budget.getCurrencyCode())
                  ? use.told().getDiscount().getMinorUnits()
                  : 0;
      left.setBudget(
          budget.toBuilder()
              .setMinorUnits(
                  Math.max(0, budget.getMinorUnits() - taken.stream().mapToLong(given).sum())));
    }
    return left.build();
  }

  private long ofCustomer(String customer) {
    return customer.isEmpty()
        ? 0
        : taken.stream().filter(use -> use.customer().equals(customer)).count();
  }
}
