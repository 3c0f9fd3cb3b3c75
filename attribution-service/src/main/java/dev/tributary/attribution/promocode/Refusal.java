package dev.tributary.attribution.promocode;

/** Why a known code is not valid at a moment. */
public enum Refusal {
  /** Used before its start. */
  NOT_STARTED,
  /** Used at or after its end. */
  ENDED,
  /** Switched off by hand at the time of use. */
  DISABLED
}
