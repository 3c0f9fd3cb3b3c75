package dev.tributary.metrics.kpi;

/** How values of parts become the value of the whole; the names of the contract. */
public enum Aggregation {
  /** Parts may be added. */
  SUM,
  /** The latest snapshot of each post, then added over posts. */
  LATEST_THEN_SUM,
  /** Computed again from the sums of its inputs; never added or averaged. */
  RECOMPUTE,
  /** Unique people: never added, only bounded. */
  BOUNDS
}
