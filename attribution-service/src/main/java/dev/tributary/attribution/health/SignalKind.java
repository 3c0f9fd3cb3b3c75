package dev.tributary.attribution.health;

/**
 * Signals about the uses of a code, as a table. The weights add up to 100, and each is below what a
 * code needs to be suspect, so no signal says so alone.
 */
enum SignalKind {
  /** Share of uses by people without any touch of the code's creator. */
  NO_TOUCH(20, 4_000),
  /** Share of uses that came from a known coupon site. */
  COUPON_REFERRER(30, 3_000),
  /** Uses per day. */
  VELOCITY(25, 0),
  /** Share of uses from outside the audience's regions. */
  FOREIGN_REGION(15, 4_000),
  /** Share of uses by customers with an earlier purchase. */
  RETURNING(10, 4_000);

  private final int weight;
  private final int fullBasisPoints;

  SignalKind(int weight, int fullBasisPoints) {
    this.weight = weight;
    this.fullBasisPoints = fullBasisPoints;
  }

  /** Most points that it can give. */
  int weight() {
    return weight;
  }

  /** By how much a share has to rise, in basis points, to give all of them. */
  int fullBasisPoints() {
    return fullBasisPoints;
  }
}
