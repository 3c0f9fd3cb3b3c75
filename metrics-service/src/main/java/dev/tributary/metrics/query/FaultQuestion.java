package dev.tributary.metrics.query;

import dev.tributary.metrics.fact.FactFilter;
import dev.tributary.metrics.fault.FaultKind;
import java.util.Set;

/**
 * A question for faults in the data.
 *
 * @param kinds which kinds; none for all
 * @param filter where to look
 */
public record FaultQuestion(Set<FaultKind> kinds, FactFilter filter) {
  /** Keeps the kinds unchangeable. */
  public FaultQuestion {
    kinds = Set.copyOf(kinds);
  }
}
