package dev.tributary.attribution.credit;

import dev.tributary.attribution.touch.TouchType;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The rules of a decision, as data. Stored with every decision, so that each can be explained by
 * the rules it was made by.
 *
 * @param policyVersion rises whenever any rule changes
 * @param base which part of the order is credited
 * @param codePolicy how codes and touches rank
 * @param lookback how far back a touch may lie whose type has no window of its own; both ends are
 *     inside
 * @param touchScope among which touches the model chooses
 * @param model how credit is divided among them
 * @param windows how far back touches of some types may lie, both ends inside
 * @param stickyMonths of a renewal that has the credit of its first payment, for how many months
 *     after it; empty for everything else
 */
public record Policy(
    int policyVersion,
    RevenueBase base,
    CodePolicy codePolicy,
    Duration lookback,
    TouchScope touchScope,
    Model model,
    Map<TouchType, Duration> windows,
    OptionalInt stickyMonths) {
  /** How far back a touch may lie unless a storefront says otherwise. */
  public static final Duration LOOKBACK = Duration.ofDays(30);

  /**
   * The re-attribution window: how long after an order was received a touch may still be recorded
   * and change its credit. Measured with stored times, by receipt and not by the time of the order,
   * so that imported history settles like live traffic. Both ends are inside.
   */
  public static final Duration REATTRIBUTION_WINDOW = Duration.ofDays(7);

  /** Keeps its own copy. */
  public Policy {
    windows = Map.copyOf(windows);
  }

  /** The official rules: codes by their own policies, then the last touch within 30 days. */
  public static Policy official(TouchScope touchScope) {
    return official(touchScope, Map.of(), OptionalInt.empty());
  }

  /**
   * The official rules with a storefront's own windows for the conversion's type, and the months
   * for which a renewal has the credit of its first payment.
   */
  public static Policy official(
      TouchScope touchScope, Map<TouchType, Duration> windows, OptionalInt stickyMonths) {
    return new Policy(
        3,
        RevenueBase.NET_SALES,
        CodePolicy.PER_CODE,
        LOOKBACK,
        touchScope,
        Model.LAST,
        windows,
        stickyMonths);
  }

  /** How far back a touch of a type may lie, both ends inside. */
  public Duration window(TouchType type) {
    return windows.getOrDefault(type, lookback);
  }
}
