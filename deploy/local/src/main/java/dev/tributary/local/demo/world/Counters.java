package dev.tributary.local.demo.world;

import dev.tributary.ingestion.v1.Counter;
import dev.tributary.ingestion.v1.CounterSpan;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.PostCounters;
import dev.tributary.ingestion.v1.Source;
import dev.tributary.ingestion.v1.Unavailability;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.Platform;
import dev.tributary.type.v1.ProvenanceClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What connectors see of the posts: lifetime counters at growing ages, late restatements, hidden
 * likes, platforms without reach, purges, and stories that disappear before anybody looked.
 */
final class Counters {
  private static final List<Duration> AGES =
      List.of(
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofHours(24),
          Duration.ofHours(48),
          Duration.ofHours(72),
          Duration.ofDays(7),
          Duration.ofDays(14),
          Duration.ofDays(28));

  private static final List<Duration> STORY_AGES =
      List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(12));

  private static final Duration STORY_FINAL_AGE = Duration.ofMinutes(23 * 60 + 30);

  /** Age at which a post has had 63 % of its impressions. */
  private static final double DELIVERY_HOURS = 34;

  private static final double STORY_DELIVERY_HOURS = 8;

  private final Calendar calendar;
  private final Chance chance;

  private Counters(Calendar calendar, Chance chance) {
    this.calendar = calendar;
    this.chance = chance;
  }

  /** All snapshots of all posts in the order they were taken, restatements last. */
  static List<Observation> of(List<DemoPost> posts, Calendar calendar, long seed) {
    Counters counters = new Counters(calendar, Chance.of(seed, "counters"));
    List<Observation> snapshots = new ArrayList<>();
    List<Observation> restatements = new ArrayList<>();
    for (DemoPost post : posts) {
      List<Observation> ofPost = counters.snapshots(post);
      snapshots.addAll(ofPost);
      if (counters.chance.happens(0.05) && !ofPost.isEmpty()) {
        restatements.add(counters.restated(ofPost.get(ofPost.size() - 1)));
      }
    }
    snapshots.addAll(restatements);
    return List.copyOf(snapshots);
  }

  private List<Observation> snapshots(DemoPost post) {
    List<Duration> ages = new ArrayList<>(post.isStory() ? STORY_AGES : AGES);
    if (post.isStory() && !post.finalMissed()) {
      ages.add(STORY_FINAL_AGE);
    }
    List<Observation> snapshots = new ArrayList<>();
    for (Duration age : ages) {
      Instant time = post.published().plus(age);
      if (calendar.hasCome(time) && post.removal().stream().noneMatch(time::isAfter)) {
        snapshots.add(snapshot(post, age, snapshots.size() + 1));
      }
    }
    return snapshots;
  }

  private Observation snapshot(DemoPost post, Duration age, int number) {
    double hours = age.toMinutes() / 60.0;
    double speed = post.isStory() ? STORY_DELIVERY_HOURS : DELIVERY_HOURS;
    long impressions = Math.round(post.finalImpressions() * (1 - Math.exp(-hours / speed)));
    return Observation.newBuilder()
        .setObservationId(post.id() + ":" + number)
        .setSource(source(post.creator().platform()))
        .setObservedTime(ProtoTimes.toProto(post.published().plus(age)))
        .setPostCounters(
            PostCounters.newBuilder()
                .setPostId(post.id())
                .setSpan(CounterSpan.COUNTER_SPAN_LIFETIME)
                .addAllCounters(counters(post, impressions, age)))
        .build();
  }

  private static List<Counter> counters(DemoPost post, long impressions, Duration age) {
    Platform platform = post.creator().platform();
    long engagements = Math.round(impressions * post.engagementRate());
    boolean purgedByNow = post.purged() && age.compareTo(Duration.ofDays(3)) >= 0;
    long likes = Math.round(engagements * (purgedByNow ? 0.55 : 0.84));
    List<Counter> counters = new ArrayList<>();
    counters.add(count("impressions", impressions));
    counters.add(
        platform == Platform.PLATFORM_YOUTUBE
            ? none("reach", Unavailability.UNAVAILABILITY_NOT_AVAILABLE)
            : count("reach", Math.round(impressions * 0.82)));
    if (!post.isStory()) {
      counters.add(
          post.likesHidden()
              ? none("likes", Unavailability.UNAVAILABILITY_NOT_AVAILABLE)
              : count("likes", likes));
    }
    counters.add(count("comments", Math.round(engagements * 0.07)));
    if (platform != Platform.PLATFORM_YOUTUBE) {
      counters.add(count("shares", Math.round(engagements * 0.05)));
    }
    if (platform == Platform.PLATFORM_INSTAGRAM && !post.isStory()) {
      counters.add(count("saves", Math.round(engagements * 0.04)));
    }
    if (post.isVideo()) {
      counters.add(count("video_views", Math.round(impressions * 0.91)));
    }
    return counters;
  }

  /** The platform corrects its newest figure by some percent, for the same moment. */
  private Observation restated(Observation last) {
    double factor = chance.between(0.97, 1.06);
    Observation.Builder restated =
        last.toBuilder().setObservationId(last.getObservationId() + ":restated");
    for (Counter.Builder counter : restated.getPostCountersBuilder().getCountersBuilderList()) {
      if (counter.hasCount()) {
        counter.setCount(Math.round(counter.getCount() * factor));
      }
    }
    return restated.build();
  }

  private static Source source(Platform platform) {
    String name = platform.name().substring("PLATFORM_".length()).toLowerCase(Locale.ROOT);
    return Source.newBuilder()
        .setProvenance(
            platform == Platform.PLATFORM_YOUTUBE
                ? ProvenanceClass.PROVENANCE_CLASS_PUBLIC_API
                : ProvenanceClass.PROVENANCE_CLASS_FIRST_PARTY_API)
        .setSystem(name + "-connector")
        .build();
  }

  static Counter count(String metric, long count) {
    return Counter.newBuilder().setMetric(metric).setCount(count).build();
  }

  private static Counter none(String metric, Unavailability why) {
    return Counter.newBuilder().setMetric(metric).setUnavailable(why).build();
  }
}
