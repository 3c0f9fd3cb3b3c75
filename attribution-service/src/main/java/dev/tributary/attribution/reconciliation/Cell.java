package dev.tributary.attribution.reconciliation;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A line of a report by code and day.
 *
 * @param currency ISO 4217
 * @param day day of the order, in the report's zone
 * @param code the code as written; empty for what no code has
 */
record Cell(String currency, LocalDate day, String code) implements Comparable<Cell> {
  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::currency).thenComparing(Cell::day).thenComparing(Cell::code);

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }

  /** The same on another day. */
  Cell on(LocalDate other) {
    return new Cell(currency, other, code);
  }

  /** The same for another code. */
  Cell of(String other) {
    return new Cell(currency, day, other);
  }
}
