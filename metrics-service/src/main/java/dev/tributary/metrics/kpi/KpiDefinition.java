package dev.tributary.metrics.kpi;

/**
 * One entry of the catalogue.
 *
 * @param id stable id, for example {@code er_impressions}
 * @param displayName name for people, with its denominator where it has one
 * @param unit what a value is
 * @param aggregation how values of parts become the value of the whole
 * @param stage where in the funnel it belongs
 * @param formula how it is computed
 * @param description what the number means and what it does not
 * @param source where the formula comes from
 * @param lowerIsBetter whether less is better
 */
public record KpiDefinition(
    String id,
    String displayName,
    KpiUnit unit,
    Aggregation aggregation,
    FunnelStage stage,
    Formula formula,
    String description,
    String source,
    boolean lowerIsBetter) {

  /** An entry that is not described yet. */
  static KpiDefinition kpi(
      String id,
      String displayName,
      KpiUnit unit,
      Aggregation aggregation,
      FunnelStage stage,
      Formula formula) {
    return new KpiDefinition(id, displayName, unit, aggregation, stage, formula, "", "", false);
  }

  /** The same entry with its meaning and where it is from. */
  KpiDefinition described(String meaning, String origin) {
    return new KpiDefinition(
        id, displayName, unit, aggregation, stage, formula, meaning, origin, lowerIsBetter);
  }

  /** The same entry as a KPI of which less is better. */
  KpiDefinition lowerBetter() {
    return new KpiDefinition(
        id, displayName, unit, aggregation, stage, formula, description, source, true);
  }
}
