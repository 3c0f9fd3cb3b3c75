package dev.tributary.local.output;

/** How a command prints its answer. */
public enum Format {
  /** Aligned columns for people. */
  TABLE,
  /** The service's answer as JSON. */
  JSON,
  /** Rows for spreadsheets and programs, with exact numbers. */
  CSV
}
