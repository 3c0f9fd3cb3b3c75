package dev.tributary.metrics.series;

import dev.tributary.metrics.fact.TimeRange;
import dev.tributary.metrics.kpi.KpiDefinition;
import dev.tributary.metrics.kpi.KpiEngine;
import dev.tributary.metrics.measure.Unit;
import dev.tributary.metrics.measure.Units;
import dev.tributary.metrics.measure.Window;
import java.util.List;

/**
 * Each day's growth. Days add up to the growth over all of them: a post published in the series
 * grew from nothing, so its first reading counts whole on its day, and the days before it, of which
 * nothing is known, are not collected rather than zero.
 */
public final class Series {
  private Series() {}

  /** One point for each day, oldest first. */
  public static List<Point> of(KpiEngine engine, List<KpiDefinition> kpis, Units units, Days days) {
    TimeRange whole = days.range();
    return days.each().stream()
        .map(
            day -> {
              Window window = Window.day(day.range(), whole.start(), days.zone());
              List<Unit> grown = units.in(window, KpiEngine.measuresOf(kpis));
              return new Point(
                  day.date(), kpis.stream().map(kpi -> engine.value(kpi, grown)).toList());
            })
        .toList();
  }
}
