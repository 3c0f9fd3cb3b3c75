package dev.tributary.metrics.setup;

/** How bad a finding is; the names of the contract without their prefix. */
public enum Severity {
  /** Numbers will be wrong or missing. */
  ERROR,
  /** Worth a look. */
  WARNING
}
