package dev.tributary.attribution.storefront;

import dev.tributary.attribution.credit.Policy;
import dev.tributary.attribution.credit.TouchScope;
import dev.tributary.attribution.goal.Goal;
import dev.tributary.attribution.touch.TouchType;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a shop says about credit and customers beyond the official rules.
 *
 * @param windows look-back windows of its own, both ends inside
 * @param renewalCredit how renewals are credited
 * @param stickyMonths for how many months renewals have the credit of their first payment
 * @param historyCompleteSince since when its orders are recorded without a gap, if so at all
 * @param newCustomerWindow how long a new customer must have bought nothing
 */
public record CreditRules(
    Map<WindowKey, Duration> windows,
    RenewalCredit renewalCredit,
    int stickyMonths,
    Optional<Instant> historyCompleteSince,
    Duration newCustomerWindow) {
  /** Longest window: touches are looked at no further back. */
  public static final Duration WINDOW_MAX = Duration.ofDays(90);

  /** Windows that a shop may have of its own. */
  static final int WINDOWS_MAX = 100;

  /** Most months that credit sticks. */
  static final int STICKY_MONTHS_MAX = 120;

  /** Most days of the window of new customers. */
  static final int NEW_CUSTOMER_DAYS_MAX = 3_650;

  /** The official rules. */
  public static final CreditRules OFFICIAL =
      new CreditRules(
          Map.of(), RenewalCredit.FIRST_PAYMENT, 12, Optional.empty(), Duration.ofDays(730));

  /** Keeps its own copy. */
  public CreditRules {
    windows = Map.copyOf(windows);
  }

  /** How renewals are credited. */
  public enum RenewalCredit {
    /** As their subscription's first payment is. */
    FIRST_PAYMENT,
    /** Each by its own codes and touches. */
    LAST_TOUCH
  }

  /**
   * What a window is for.
   *
   * @param touchType type of the touch
   * @param goal what was reached
   */
  public record WindowKey(TouchType touchType, Goal goal) {}

  /** The rules of a conversion that reaches a goal. */
  public Policy policy(TouchScope touchScope, Goal goal) {
    Map<TouchType, Duration> ofGoal = new EnumMap<>(TouchType.class);
    windows.forEach(
        (key, window) -> {
          if (key.goal() == goal) {
            ofGoal.put(key.touchType(), window);
          }
        });
    boolean sticks =
        goal == Goal.SUBSCRIPTION_RENEWAL && renewalCredit == RenewalCredit.FIRST_PAYMENT;
    return Policy.official(
        touchScope, ofGoal, sticks ? OptionalInt.of(stickyMonths) : OptionalInt.empty());
  }
}
