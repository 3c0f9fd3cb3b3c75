package dev.tributary.local.demo.world;

import dev.tributary.type.v1.Platform;

/**
 * A creator of the demo with the one collaboration that is theirs.
 *
 * @param number from 1
 * @param id creator id
 * @param name for people
 * @param handle on the platform
 * @param collaborationId the collaboration
 * @param campaignId its campaign
 * @param currency of fee and costs
 * @param followers at the start
 * @param pull how much better than usual the audience responds, around 1
 */
record DemoCreator(
    int number,
    String id,
    String name,
    String handle,
    String collaborationId,
    String campaignId,
    String currency,
    Platform platform,
    Tier tier,
    String countryCode,
    long followers,
    double pull) {
  /** Whether the creator works in the sales campaign, and so has a promo code. */
  boolean sells() {
    return campaignId.equals(Campaigns.SALES);
  }
}
