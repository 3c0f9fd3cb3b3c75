package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.AudienceBreakdown;
import dev.tributary.ingestion.v1.Counter;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.PostCounters;
import dev.tributary.ingestion.v1.WebTraffic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Adds up rows that break one number down by something that observations do not keep: country,
 * placement, source and medium. Sent as they are, the last of them would replace the others.
 */
final class BrokenDown {
  private BrokenDown() {}

  /** The observation without its numbers: what rows must share to be parts of one. */
  static Observation key(Observation observation) {
    Observation.Builder key = observation.toBuilder().clearObservationId();
    if (key.hasPostCounters()) {
      key.getPostCountersBuilder().clearCounters();
    }
    if (key.hasWebTraffic()) {
      key.getWebTrafficBuilder()
          .clearSessions()
          .clearEngagedSessions()
          .clearUsers()
          .clearNewUsers();
    }
    if (key.hasAudienceBreakdown()) {
      key.getAudienceBreakdownBuilder().clearBuckets().clearWithheld();
    }
    return key.build();
  }

  /** Two parts of one number added up. */
  static Observation plus(Observation one, Observation other) {
    Observation.Builder sum = one.toBuilder();
    if (one.hasPostCounters()) {
      sum.setPostCounters(plus(one.getPostCounters(), other.getPostCounters()));
    }
    if (one.hasWebTraffic()) {
      sum.setWebTraffic(plus(one.getWebTraffic(), other.getWebTraffic()));
    }
    if (one.hasAudienceBreakdown()) {
      sum.setAudienceBreakdown(plus(one.getAudienceBreakdown(), other.getAudienceBreakdown()));
    }
    return Ids.identified(sum);
  }

  /** The parts of both, in the order of the file. */
  private static AudienceBreakdown plus(AudienceBreakdown one, AudienceBreakdown other) {
    AudienceBreakdown.Builder sum = one.toBuilder().addAllBuckets(other.getBucketsList());
    if (other.hasWithheld()) {
      // A second rest has no name to tell it by, and is refused for that.
      return one.hasWithheld()
          ? sum.addBuckets(other.getWithheld()).build()
          : sum.setWithheld(other.getWithheld()).build();
    }
    return sum.build();
  }

  private static PostCounters plus(PostCounters one, PostCounters other) {
    Map<String, Counter> sums = new LinkedHashMap<>();
    one.getCountersList().forEach(counter -> sums.put(counter.getMetric(), counter));
    other
        .getCountersList()
        .forEach(counter -> sums.merge(counter.getMetric(), counter, BrokenDown::plus));
    return one.toBuilder().clearCounters().addAllCounters(sums.values()).build();
  }

  /** A part that is not available leaves the sum of the others. */
  private static Counter plus(Counter one, Counter other) {
    if (!one.hasCount() || !other.hasCount()) {
      return one.hasCount() ? one : other;
    }
    return one.toBuilder().setCount(one.getCount() + other.getCount()).build();
  }

  /** Users of several rows are no sum: somebody who came twice is in both. */
  private static WebTraffic plus(WebTraffic one, WebTraffic other) {
    WebTraffic.Builder sum = one.toBuilder().clearUsers();
    plus(one.hasSessions(), one.getSessions(), other.hasSessions(), other.getSessions())
        .ifPresent(sum::setSessions);
    plus(
            one.hasEngagedSessions(),
            one.getEngagedSessions(),
            other.hasEngagedSessions(),
            other.getEngagedSessions())
        .ifPresent(sum::setEngagedSessions);
    plus(one.hasNewUsers(), one.getNewUsers(), other.hasNewUsers(), other.getNewUsers())
        .ifPresent(sum::setNewUsers);
    return sum.build();
  }

  private static Optional<Long> plus(boolean hasOne, long one, boolean hasOther, long other) {
    return hasOne || hasOther ? Optional.of(one + other) : Optional.empty();
  }
}
