package dev.tributary.metrics.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A post for tests. */
public final class PostBuilder {
  private static final String FIRST_READING = "2026-05-03T12:00:00Z";

  private final String postId;
  private final Map<String, List<Reading>> lifetime = new HashMap<>();
  private final Map<String, List<DailyReading>> daily = new HashMap<>();
  private Optional<String> collaborationId = Optional.empty();
  private Platform platform = Platform.INSTAGRAM;
  private ContentFormat format = ContentFormat.IMAGE;
  private Optional<Instant> publishTime = Optional.of(Instant.parse("2026-05-02T12:00:00Z"));
  private Optional<Instant> expireTime = Optional.empty();
  private OptionalLong followerCount = OptionalLong.empty();

  PostBuilder(String postId) {
    this.postId = postId;
  }

  public PostBuilder of(String collaboration) {
    collaborationId = Optional.of(collaboration);
    return this;
  }

  public PostBuilder on(Platform where, ContentFormat form) {
    platform = where;
    format = form;
    return this;
  }

  /** At a time; at null when unknown. */
  public PostBuilder published(@Nullable String time) {
    publishTime = Optional.ofNullable(time).map(Instant::parse);
    return this;
  }

  public PostBuilder expires(String time) {
    expireTime = Optional.of(Instant.parse(time));
    return this;
  }

  public PostBuilder followers(long count) {
    followerCount = OptionalLong.of(count);
    return this;
  }

  /** A number a day after the usual publication. */
  public PostBuilder read(String metric, long count) {
    return read(metric, FIRST_READING, count);
  }

  public PostBuilder read(String metric, String time, long count) {
    return read(metric, FactsBuilder.reading(time, count, metric));
  }

  public PostBuilder read(String metric, Reading reading) {
    lifetime.computeIfAbsent(metric, name -> new ArrayList<>()).add(reading);
    return this;
  }

  /** No number, for a reason. */
  public PostBuilder lacks(String metric, ReadingState state) {
    return lacks(metric, FIRST_READING, state);
  }

  public PostBuilder lacks(String metric, String time, ReadingState state) {
    return read(
        metric, new Reading(Instant.parse(time), state, 0, FactsBuilder.API, "test." + metric, 0));
  }

  /** Growth on one day of a source. */
  public PostBuilder grew(String metric, String day, String zone, long count) {
    daily
        .computeIfAbsent(metric, name -> new ArrayList<>())
        .add(
            new DailyReading(
                LocalDate.parse(day),
                ZoneId.of(zone),
                FactsBuilder.reading(FIRST_READING, count, metric)));
    return this;
  }

  PostFact build() {
    Set<String> metrics = new TreeSet<>(lifetime.keySet());
    metrics.addAll(daily.keySet());
    Map<String, Timeline> timelines = new HashMap<>();
    metrics.forEach(
        metric ->
            timelines.put(
                metric,
                Timeline.of(
                    lifetime.getOrDefault(metric, List.of()),
                    daily.getOrDefault(metric, List.of()))));
    return new PostFact(
        postId,
        collaborationId,
        platform,
        format,
        publishTime,
        expireTime,
        Optional.empty(),
        followerCount,
        timelines);
  }
}
