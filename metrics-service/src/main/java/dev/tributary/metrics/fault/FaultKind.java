package dev.tributary.metrics.fault;

/** Kinds of fault, in the order they are listed; the names of the contract without their prefix. */
public enum FaultKind {
  REACH_ABOVE_IMPRESSIONS,
  COUNTER_FELL,
  DANGLING_REFERENCE,
  METRIC_UNKNOWN,
  STORY_WITHOUT_FINAL
}
