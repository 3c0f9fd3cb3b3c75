package dev.tributary.metrics.observation;

import java.util.OptionalLong;

/**
 * One number of a snapshot, under the name that its source gives it.
 *
 * @param metric native or canonical name
 * @param count the number, if there is one
 * @param absence 0 if there is a number, otherwise the number of {@code
 *     tributary.ingestion.v1.Unavailability}
 */
public record Counter(String metric, OptionalLong count, int absence) {
  /** A number that was seen. */
  public static Counter of(String metric, long count) {
    return new Counter(metric, OptionalLong.of(count), 0);
  }

  /** No number, and why. */
  public static Counter absent(String metric, int absence) {
    return new Counter(metric, OptionalLong.empty(), absence);
  }
}
