package dev.tributary.attribution.health;

import dev.tributary.attribution.request.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked about codes.
 *
 * @param codeIds the codes; empty for all of a campaign
 * @param campaignId the campaign, if codes are not named
 * @param window the time that is judged
 * @param baselineDays days before it that are each code's own history
 * @param groupOf name of the group of each code that is in one
 * @param expectedRegions regions of the audience; none if it is not told
 * @param couponSites what counts as a coupon site
 */
record Question(
    List<String> codeIds,
    Optional<String> campaignId,
    TimeRange window,
    int baselineDays,
    Map<String, String> groupOf,
    Set<String> expectedRegions,
    CouponSites couponSites) {
  /** Keeps its own copies. */
  Question {
    codeIds = List.copyOf(codeIds);
    groupOf = Map.copyOf(groupOf);
    expectedRegions = Set.copyOf(expectedRegions);
  }

  /** Begin of the history. */
  Instant baselineStart() {
    return window.start().minus(Duration.ofDays(baselineDays));
  }

  /** All the time that is looked at. */
  TimeRange looked() {
    return new TimeRange(baselineStart(), window.end());
  }
}
