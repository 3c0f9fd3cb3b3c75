package dev.tributary.metrics.observation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The counters of a snapshot as the three arrays that a row holds, one place per counter. */
public record Counters(List<Counter> list) {
  /** Copies the counters. */
  public Counters {
    list = List.copyOf(list);
  }

  /** The names. */
  public String[] metrics() {
    return list.stream().map(Counter::metric).toArray(String[]::new);
  }

  /** The numbers, null where there is none. */
  public @Nullable Long[] counts() {
    return list.stream()
        .map(counter -> counter.count().isPresent() ? counter.count().getAsLong() : null)
        .toArray(Long[]::new);
  }

  /** Why there is no number, 0 where there is one. */
  public Integer[] absences() {
    return list.stream().map(Counter::absence).toArray(Integer[]::new);
  }
}
