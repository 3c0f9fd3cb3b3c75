package dev.tributary.metrics.kpi;

import dev.tributary.metrics.measure.Place;
import java.util.List;

/**
 * KPIs of one group.
 *
 * @param key the group, reduced to the dimensions asked for
 * @param values in the order of the KPIs asked for
 */
public record Row(Place key, List<Measured> values) {
  /** Keeps the values unchangeable. */
  public Row {
    values = List.copyOf(values);
  }
}
