package dev.tributary.metrics.query;

import dev.tributary.metrics.fact.FactFilter;
import dev.tributary.metrics.kpi.KpiDefinition;
import java.util.List;
import java.util.Optional;

/**
 * What every question about KPIs says.
 *
 * @param kpis which KPIs, in the order of the answer
 * @param filter what to compute over
 * @param currency the currency to convert into; absent for the campaigns' own
 */
public record Question(List<KpiDefinition> kpis, FactFilter filter, Optional<String> currency) {
  /** Keeps the KPIs unchangeable. */
  public Question {
    kpis = List.copyOf(kpis);
  }
}
