package dev.tributary.metrics.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything read of one metric of one subject: lifetime readings, of which there is one for each
 * moment, and daily ones, of which there is one for each day.
 *
 * <p>Which of several wins at the same moment: of one source the one received last, since that is a
 * restatement; of different sources the most trusted, then the one received last. Across moments
 * nothing is chosen; the reader asks for a moment and gets the newest number before it.
 */
public final class Timeline {
  /** Nothing was read. */
  public static final Timeline EMPTY = Timeline.of(List.of(), List.of());

  /** The winner first. */
  private static final Comparator<Reading> WINNER_FIRST =
      Comparator.comparing((Reading reading) -> reading.source().provenance())
          .thenComparing(Comparator.comparingLong(Reading::sequence).reversed())
          .thenComparing(Reading::state)
          .thenComparing(Reading::definitionId)
          .thenComparing(Reading::count);

  private final List<Reading> lifetime;
  private final List<DailyReading> days;

  private Timeline(List<Reading> lifetime, List<DailyReading> days) {
    this.lifetime = lifetime;
    this.days = days;
  }

  /** From all readings that were ever received, in any order; those that lost are left out. */
  public static Timeline of(Collection<Reading> lifetime, Collection<DailyReading> days) {
    SortedMap<Instant, List<Reading>> byMoment = new TreeMap<>();
    for (Reading reading : lifetime) {
      byMoment.computeIfAbsent(reading.observedTime(), time -> new ArrayList<>()).add(reading);
    }
    SortedMap<LocalDate, List<DailyReading>> byDay = new TreeMap<>();
    for (DailyReading day : days) {
      byDay.computeIfAbsent(day.day(), date -> new ArrayList<>()).add(day);
    }
    return new Timeline(
        byMoment.values().stream().map(Timeline::winner).toList(),
        byDay.values().stream().map(Timeline::winningDay).toList());
  }

  /** Lifetime readings, oldest first, one for each moment. */
  public List<Reading> lifetime() {
    return lifetime;
  }

  /** Daily readings, oldest first, one for each day. */
  public List<DailyReading> days() {
    return days;
  }

  /** Whether nothing was ever read. */
  public boolean isEmpty() {
    return lifetime.isEmpty() && days.isEmpty();
  }

  /**
   * The newest lifetime number at or before the moment. A later reading without a number does not
   * take it back: that a source could not see a counter is no news about the counter.
   */
  public Optional<Reading> at(Instant time) {
    for (int i = lastNotAfter(time); i >= 0; i--) {
      if (lifetime.get(i).hasNumber()) {
        return Optional.of(lifetime.get(i));
      }
    }
    return Optional.empty();
  }

  /** The newest lifetime reading at or before the moment, be it a number or not. */
  public Optional<Reading> newestAt(Instant time) {
    int index = lastNotAfter(time);
    return index < 0 ? Optional.empty() : Optional.of(lifetime.get(index));
  }

  /** Every fall of the lifetime counter from one number to the next, oldest first. */
  public List<Fall> falls() {
    List<Reading> numbers = lifetime.stream().filter(Reading::hasNumber).toList();
    List<Fall> falls = new ArrayList<>();
    for (int i = 1; i < numbers.size(); i++) {
      if (numbers.get(i).count() < numbers.get(i - 1).count()) {
        falls.add(new Fall(numbers.get(i - 1), numbers.get(i)));
      }
    }
    return List.copyOf(falls);
  }

  /** Index of the newest lifetime reading at or before the moment; -1 when there is none. */
  private int lastNotAfter(Instant time) {
    int low = 0;
    int high = lifetime.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lifetime.get(middle).observedTime().isAfter(time)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low - 1;
  }

  private static Reading winner(List<Reading> sameMoment) {
    return sameMoment.stream()
        .filter(reading -> isNewest(reading, sameMoment))
        .min(WINNER_FIRST)
        .orElseThrow();
  }

  private static DailyReading winningDay(List<DailyReading> sameDay) {
    List<Reading> readings = sameDay.stream().map(DailyReading::reading).toList();
    Reading winner = winner(readings);
    return sameDay.stream().filter(day -> day.reading().equals(winner)).findFirst().orElseThrow();
  }

  /** Whether its own source did not restate it later. */
  private static boolean isNewest(Reading reading, List<Reading> sameMoment) {
    return sameMoment.stream()
        .noneMatch(
            other ->
                other.source().equals(reading.source()) && other.sequence() > reading.sequence());
  }
}
