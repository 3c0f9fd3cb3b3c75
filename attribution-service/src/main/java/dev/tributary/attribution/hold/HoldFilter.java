package dev.tributary.attribution.hold;

import dev.tributary.attribution.request.TimeRange;
import java.util.Optional;

/**
 * Which holds. What is absent does not restrict.
 *
 * @param state only those in this state
 * @param rule only those of this rule
 * @param creatorId only those of orders that this creator was ever credited for
 * @param campaignId only those of orders that this campaign was ever credited for
 * @param codeId only those of orders that this code was ever credited for
 * @param storefrontId only those of this shop
 * @param timeRange only those of orders that were made inside
 */
record HoldFilter(
    Optional<HoldState> state,
    Optional<HoldRule> rule,
    Optional<String> creatorId,
    Optional<String> campaignId,
    Optional<String> codeId,
    Optional<String> storefrontId,
    Optional<TimeRange> timeRange) {

  /** The same for another state. */
  HoldFilter withState(HoldState wanted) {
    return new HoldFilter(
        Optional.of(wanted), rule, creatorId, campaignId, codeId, storefrontId, timeRange);
  }

  /** Whether it says which holds are meant, so that nobody ends all holds by leaving it empty. */
  boolean isNarrow() {
    return rule.isPresent()
        || creatorId.isPresent()
        || campaignId.isPresent()
        || codeId.isPresent()
        || timeRange.isPresent();
  }
}
