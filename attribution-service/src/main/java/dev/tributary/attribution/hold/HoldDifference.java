package dev.tributary.attribution.hold;

/**
 * What the rules of now say otherwise about an order.
 *
 * @param hold the hold that is missing, or that stands without reason, as it would be
 */
record HoldDifference(Hold hold) {
  /** Why, in a sentence. */
  String message() {
    return hold.isHeld()
        ? hold.evidence().summary()
        : hold.resolved().map(event -> event.command().reason()).orElse("");
  }
}
