package dev.tributary.metrics.query;

import dev.tributary.metrics.fact.TimeRange;
import dev.tributary.metrics.kpi.RowOrder;
import dev.tributary.metrics.measure.Dimension;
import java.util.Optional;
import java.util.Set;

/**
 * A question for KPIs by group.
 *
 * @param question which KPIs, over what
 * @param range growth in this range; absent for the newest values
 * @param dimensions what rows are made for; none for the total alone
 * @param order order of the rows
 */
public record TableQuestion(
    Question question, Optional<TimeRange> range, Set<Dimension> dimensions, RowOrder order) {
  /** Keeps the dimensions unchangeable. */
  public TableQuestion {
    dimensions = Set.copyOf(dimensions);
  }
}
