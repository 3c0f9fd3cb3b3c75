package dev.tributary.metrics.series;

import dev.tributary.metrics.kpi.Measured;
import java.time.LocalDate;
import java.util.List;

/**
 * KPIs of one day.
 *
 * @param date the day
 * @param values in the order of the KPIs asked for
 */
public record Point(LocalDate date, List<Measured> values) {
  /** Keeps the values unchangeable. */
  public Point {
    values = List.copyOf(values);
  }
}
