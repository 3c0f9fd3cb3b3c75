package dev.tributary.attribution.credit;

import java.time.Duration;

/**
 * The rules of a decision, as data. Stored with every decision, so that each can be explained by
 * the rules it was made by.
 *
 * @param policyVersion rises whenever any rule changes
 * @param base which part of the order is credited
 * @param codePolicy how codes and touches rank
 * @param lookback how far back a touch may lie; both ends are inside
 * @param touchScope among which touches the model chooses
 * @param model how credit is divided among them
 */
public record Policy(
    int policyVersion,
    RevenueBase base,
    CodePolicy codePolicy,
    Duration lookback,
    TouchScope touchScope,
    Model model) {
  /**
   * The re-attribution window: how long after an order was received a touch may still be recorded
   * and change its credit. Measured with stored times, by receipt and not by the time of the order,
   * so that imported history settles like live traffic. Both ends are inside.
   */
  public static final Duration REATTRIBUTION_WINDOW = Duration.ofDays(7);

  /** The official rules: codes by their own policies, then the last touch within 30 days. */
  public static Policy official(TouchScope touchScope) {
    return new Policy(
        2, RevenueBase.NET_SALES, CodePolicy.PER_CODE, Duration.ofDays(30), touchScope, Model.LAST);
  }
}
