package dev.tributary.attribution.storefront;

import java.time.Duration;

/**
 * How the rules of holds judge the orders of a shop.
 *
 * @param selfPurchasesAllowed whether creators may be credited for what they buy themselves
 * @param impossibleTimeOff whether nobody looks at the time between touch and order
 * @param minTimeToConversion shortest time between a credited touch and its order that is believed
 */
public record HoldSettings(
    boolean selfPurchasesAllowed, boolean impossibleTimeOff, Duration minTimeToConversion) {
  /**
   * Nobody reads a page, fills a cart and pays in less; scripts and browser extensions that put a
   * touch in between do.
   */
  private static final Duration MIN_TIME_DEFAULT = Duration.ofSeconds(5);

  /** The settings of a shop that tells none. */
  public static final HoldSettings DEFAULTS = new HoldSettings(false, false, MIN_TIME_DEFAULT);
}
