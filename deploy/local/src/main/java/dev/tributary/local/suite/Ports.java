package dev.tributary.local.suite;

/**
 * The ports of the four services.
 *
 * @param ingestion 7101 by convention; 0 takes a free one, as for the others
 * @param metrics 7102 by convention
 * @param attribution 7103 by convention
 * @param reporting 7104 by convention
 */
public record Ports(int ingestion, int metrics, int attribution, int reporting) {
  /** The port of ingestion that clients expect; the others follow. */
  public static final int BASE_DEFAULT = 7101;

  /** Four ports in a row, or any free ones when the base is 0. */
  public static Ports from(int base) {
    return base == 0 ? new Ports(0, 0, 0, 0) : new Ports(base, base + 1, base + 2, base + 3);
  }
}
