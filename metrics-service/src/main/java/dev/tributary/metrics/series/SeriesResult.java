package dev.tributary.metrics.series;

import java.util.List;

/**
 * KPIs of each of some days.
 *
 * @param days the days
 * @param points one for each day, oldest first
 */
public record SeriesResult(Days days, List<Point> points) {
  /** Keeps the points unchangeable. */
  public SeriesResult {
    points = List.copyOf(points);
  }
}
