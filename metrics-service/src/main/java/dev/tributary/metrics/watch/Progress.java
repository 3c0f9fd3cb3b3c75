package dev.tributary.metrics.watch;

import dev.tributary.metrics.goal.Goal;
import java.util.List;

/**
 * A campaign as it stands.
 *
 * @param goal what it wants to reach
 * @param day which day of the campaign it is: 1 on the first
 * @param kpis its KPIs, in the order asked for
 */
public record Progress(Goal goal, int day, List<KpiProgress> kpis) {
  /** Keeps the KPIs unchangeable. */
  public Progress {
    kpis = List.copyOf(kpis);
  }
}
