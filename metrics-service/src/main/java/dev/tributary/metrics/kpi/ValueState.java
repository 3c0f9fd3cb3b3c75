package dev.tributary.metrics.kpi;

/** Whether there is a number, and if not, why; the names of the contract without their prefix. */
public enum ValueState {
  /** Complete. */
  VALUE,
  /** A number over some of the units. */
  PARTIAL,
  /** There is no such number. */
  NOT_AVAILABLE,
  /** It exists and was not collected. */
  NOT_COLLECTED,
  /** Withheld by the platform below a privacy threshold. */
  SUPPRESSED,
  /** The denominator is 0, or below. */
  UNDEFINED
}
