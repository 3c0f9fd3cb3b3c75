package dev.tributary.local.handout;

/**
 * What is handed out.
 *
 * @param campaignId the campaign
 * @param storefrontId the shop that takes the codes
 * @param discountPercent what a code takes off, 1-100
 * @param landingUrl where links lead
 */
record Terms(String campaignId, String storefrontId, int discountPercent, String landingUrl) {
  private static final int PERCENT_MAX = 100;

  /** Refuses a discount outside its range with {@link IllegalArgumentException}. */
  Terms {
    if (discountPercent < 1 || discountPercent > PERCENT_MAX) {
      throw new IllegalArgumentException(
          "--discount: " + discountPercent + " (expected: 1-" + PERCENT_MAX + " percent)");
    }
  }

  /** As the end of a code, and in texts. */
  String discount() {
    return Integer.toString(discountPercent);
  }
}
