package dev.tributary.attribution.commission;

/**
 * Where a sale lies on the scale of its month: from what came before it to what came with it. Once
 * a sale is in a statement its place stays, so that refunds reverse at the rate that was paid.
 *
 * @param from its beginning, in minor units or millionths of conversions
 * @param to its end; the same for a point, whose tier is the highest at or below it
 */
public record Placement(long from, long to) {
  /** The beginning of the scale. */
  public static final Placement START = new Placement(0, 0);

  /** Refuses an end before the beginning with {@link IllegalArgumentException}. */
  public Placement {
    if (to < from) {
      throw new IllegalArgumentException("to: " + to + " (expected: " + from + " or more)");
    }
  }

  /** A place of some length; nothing and less than nothing is a point. */
  static Placement of(long from, long length) {
    return new Placement(from, from + Math.max(0, length));
  }

  long length() {
    return to - from;
  }

  /** How much of it lies in a piece of the scale. */
  long overlap(long start, long end) {
    return Math.max(0, Math.min(to, end) - Math.max(from, start));
  }
}
