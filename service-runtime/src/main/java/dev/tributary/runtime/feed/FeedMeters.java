package dev.tributary.runtime.feed;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Measurements of followed feeds, each with the attributes {@code feed} and {@code service}, since
 * services that share a process may follow the same feed.
 */
public final class FeedMeters {
  private static final AttributeKey<String> FEED = AttributeKey.stringKey("feed");
  private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service");
  private static final double NANOS_PER_SECOND = 1e9;

  private FeedMeters() {}

  /**
   * Measures the followers whenever somebody looks.
   *
   * @param service whose followers they are
   * @param followers by name of the feed
   */
  public static void observe(Meter meter, String service, Map<String, FeedFollower<?>> followers) {
    Map<String, FeedFollower<?>> observed = Map.copyOf(followers);
    meter
        .gaugeBuilder("tributary.feed.lag")
        .setUnit("s")
        .setDescription("Age of the oldest entry known and not applied, or at most that.")
        .buildWithCallback(
            seen ->
                observed.forEach(
                    (feed, follower) ->
                        seen.record(
                            follower.lag().age().toNanos() / NANOS_PER_SECOND,
                            attributes(service, feed))));
    meter
        .gaugeBuilder("tributary.feed.missing")
        .ofLongs()
        .setUnit("{entry}")
        .setDescription("Entries known to be in the feed and not applied.")
        .buildWithCallback(
            seen ->
                observed.forEach(
                    (feed, follower) ->
                        seen.record(follower.lag().entries(), attributes(service, feed))));
    meter
        .counterBuilder("tributary.feed.pages")
        .setUnit("{page}")
        .setDescription("Pages applied by this process; stays at rest without the feed's lease.")
        .buildWithCallback(
            seen ->
                observed.forEach(
                    (feed, follower) ->
                        seen.record(follower.pagesApplied(), attributes(service, feed))));
  }

  /**
   * Counts entries that a follower passed over because a newer version of the other service wrote
   * them. After an update of this service such a feed is worth reading again from its beginning.
   *
   * @param unknown entries passed over so far, by name of the feed
   */
  public static void observeUnknown(
      Meter meter, String service, Map<String, LongSupplier> unknown) {
    Map<String, LongSupplier> observed = Map.copyOf(unknown);
    meter
        .counterBuilder("tributary.feed.unknown")
        .setUnit("{entry}")
        .setDescription("Entries passed over because this version does not know their kind.")
        .buildWithCallback(
            seen ->
                observed.forEach(
                    (feed, count) -> seen.record(count.getAsLong(), attributes(service, feed))));
  }

  private static Attributes attributes(String service, String feed) {
    return Attributes.of(FEED, feed, SERVICE, service);
  }
}
