package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Policy;
import dev.tributary.attribution.identity.Cluster;
import dev.tributary.attribution.identity.ClusterSearch;
import dev.tributary.attribution.link.Link;
import dev.tributary.attribution.touch.Touch;
import dev.tributary.attribution.touch.TouchSearch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A conversion whose path is looked for. What belongs to the path is told by stored times alone, so
 * whoever looks again, whenever it is, finds the same.
 *
 * @param conversion the conversion
 * @param receiveTime when it was recorded; empty while it is being recorded, when everything that
 *     is there counts
 */
record PathSubject(Conversion conversion, Optional<Instant> receiveTime) {
  /** How far the clocks of two processes may be apart. */
  private static final Duration CLOCKS_APART_MAX = Duration.ofMinutes(5);

  private static final Instant NO_END = Instant.parse("9999-12-31T00:00:00Z");

  /** Whose cluster its person is. */
  ClusterSearch clusterSearch() {
    return new ClusterSearch(
        conversion.visitor(), conversion.customer(), conversion.time(), recordedUntil());
  }

  /** Where the touches of its person are. */
  TouchSearch search(Cluster person) {
    return new TouchSearch(
        person.visitors(),
        person.customer(),
        conversion.clickId(),
        conversion.time().minus(Paths.LOOKED_AT_BEFORE),
        conversion.time(),
        conversion.time().plus(Paths.LOOKED_AT_AFTER),
        recordedUntil());
  }

  /** Whether anybody is named whose touches can be looked for. */
  boolean isSomebody() {
    return conversion.visitor().isPresent()
        || conversion.customer().isPresent()
        || conversion.clickId().isPresent();
  }

  /**
   * Whether a link was there when the later of the two, conversion and touch, was recorded. A link
   * that is made later changes no earlier order, like a code; else the next refund of an order
   * could move its credit.
   */
  boolean knows(Link link, Touch touch) {
    return receiveTime
        .map(time -> time.isAfter(touch.recordTime()) ? time : touch.recordTime())
        .filter(known -> link.createTime().isAfter(known.plus(CLOCKS_APART_MAX)))
        .isEmpty();
  }

  /** Last record time of what counts for it. */
  private Instant recordedUntil() {
    return receiveTime.map(time -> time.plus(Policy.REATTRIBUTION_WINDOW)).orElse(NO_END);
  }
}
