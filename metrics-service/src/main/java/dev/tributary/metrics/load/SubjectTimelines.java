package dev.tributary.metrics.load;

import dev.tributary.metrics.fact.ContentFormat;
import dev.tributary.metrics.fact.DailyReading;
import dev.tributary.metrics.fact.Platform;
import dev.tributary.metrics.fact.Reading;
import dev.tributary.metrics.fact.Timeline;
import dev.tributary.metrics.fact.UnknownMetric;
import dev.tributary.metrics.vocabulary.Term;
import dev.tributary.metrics.vocabulary.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects the snapshots of one post or account and makes a timeline of each canonical metric. */
final class SubjectTimelines {
  /** A number counts rather than the lack of one; else the vocabulary's order decides. */
  private static final Comparator<Meaning> PREFERRED_FIRST =
      Comparator.comparing((Meaning meaning) -> !meaning.reading().hasNumber())
          .thenComparingInt(meaning -> meaning.term().preference());

  private final Vocabulary vocabulary;
  private final Platform platform;
  private final Optional<ContentFormat> format;
  private final Map<String, List<Reading>> lifetime = new HashMap<>();
  private final Map<String, List<DailyReading>> days = new HashMap<>();
  private final Map<String, Period> unknown = new TreeMap<>();

  /**
   * Timelines without any snapshot yet.
   *
   * @param format the post's; absent for an account
   */
  SubjectTimelines(Vocabulary vocabulary, Platform platform, Optional<ContentFormat> format) {
    this.vocabulary = vocabulary;
    this.platform = platform;
    this.format = format;
  }

  /** Takes in a snapshot; their order means nothing. */
  void add(Snapshot snapshot) {
    for (Meaning meaning : meanings(snapshot)) {
      String metric = meaning.term().metric();
      if (snapshot.countedDay().isPresent()) {
        CountedDay day = snapshot.countedDay().get();
        days.computeIfAbsent(metric, key -> new ArrayList<>())
            .add(new DailyReading(day.day(), day.zone(), meaning.reading()));
      } else {
        lifetime.computeIfAbsent(metric, key -> new ArrayList<>()).add(meaning.reading());
      }
    }
  }

  /** Timelines by canonical metric. */
  Map<String, Timeline> timelines() {
    Set<String> metrics =
        Stream.concat(lifetime.keySet().stream(), days.keySet().stream())
            .collect(Collectors.toSet());
    return metrics.stream()
        .collect(
            Collectors.toMap(
                metric -> metric,
                metric ->
                    Timeline.of(
                        lifetime.getOrDefault(metric, List.of()),
                        days.getOrDefault(metric, List.of()))));
  }

  /** Names that the vocabulary did not know when they were observed. */
  List<UnknownMetric> unknown(Optional<String> postId, String subject) {
    return unknown.entrySet().stream()
        .map(
            entry ->
                new UnknownMetric(
                    postId,
                    subject,
                    entry.getKey(),
                    entry.getValue().first(),
                    entry.getValue().last()))
        .toList();
  }

  /** One reading for each metric that the snapshot tells under one name or several. */
  private Iterable<Meaning> meanings(Snapshot snapshot) {
    Map<String, Meaning> preferred = new HashMap<>();
    for (Snapshot.Counter counter : snapshot.counters()) {
      List<Term> terms = vocabulary.meaningsAt(platform, counter.metric(), snapshot.definedTime());
      if (terms.isEmpty()) {
        unknown.merge(counter.metric(), Period.of(snapshot.observedTime()), Period::with);
      }
      for (Term term : terms) {
        if (isFor(term)) {
          preferred.merge(
              term.metric(), new Meaning(term, snapshot.reading(counter, term)), Meaning::better);
        }
      }
    }
    return preferred.values();
  }

  private boolean isFor(Term term) {
    return format.map(term.formats()::contains).orElse(true);
  }

  private record Meaning(Term term, Reading reading) {
    Meaning better(Meaning other) {
      return PREFERRED_FIRST.compare(this, other) <= 0 ? this : other;
    }
  }

  private record Period(Instant first, Instant last) {
    static Period of(Instant time) {
      return new Period(time, time);
    }

    Period with(Period other) {
      return new Period(
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }
}
