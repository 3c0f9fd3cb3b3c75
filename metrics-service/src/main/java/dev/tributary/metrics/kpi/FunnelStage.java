package dev.tributary.metrics.kpi;

/** Where in the funnel a KPI belongs; the names of the contract. */
public enum FunnelStage {
  /** Awareness. */
  TOFU,
  /** Consideration. */
  MOFU,
  /** Purchase. */
  BOFU
}
