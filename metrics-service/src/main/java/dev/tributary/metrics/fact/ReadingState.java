package dev.tributary.metrics.fact;

/** Whether a reading holds a number and, if not, why. */
public enum ReadingState {
  /** There is a number; zero is one. */
  VALUE,
  /** The platform or the account does not have it. */
  NOT_AVAILABLE,
  /** It exists and was not collected. */
  NOT_COLLECTED,
  /** Withheld by the platform below a privacy threshold. */
  SUPPRESSED
}
