package dev.tributary.attribution.hold;

/**
 * A reason to hold an order.
 *
 * @param rule which rule found it
 * @param evidence what it saw
 */
record Finding(HoldRule rule, HoldEvidence evidence) {
  /** Whether a hold stands for the same reason. */
  boolean isReasonOf(Hold hold) {
    return hold.rule() == rule && hold.evidence().subject().equals(evidence.subject());
  }
}
