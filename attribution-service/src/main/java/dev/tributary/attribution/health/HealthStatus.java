package dev.tributary.attribution.health;

/** Judgements about a code, from the best. */
enum HealthStatus {
  /** No signal has enough data. */
  NOT_ENOUGH_DATA,
  /** As ever. */
  OK,
  /** Something changed. */
  WATCH,
  /** Used by people whom its creator did not send. */
  SUSPECT
}
