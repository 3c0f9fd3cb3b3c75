package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.HoldEvidence;
import dev.tributary.attribution.v1.HoldRule;
import dev.tributary.attribution.v1.OrderHold;

/**
 * A reason to hold an order.
 *
 * @param rule which rule found it
 * @param evidence what it saw, without the sentence
 */
record Finding(HoldRule rule, HoldEvidence evidence) {
  /** Whether a hold stands for the same reason, whatever its figures. */
  boolean isReasonOf(OrderHold hold) {
    return hold.getRule() == rule
        && hold.getEvidence().getCreatorId().equals(evidence.getCreatorId())
        && hold.getEvidence().getTouchId().equals(evidence.getTouchId())
        && hold.getEvidence().getCodeId().equals(evidence.getCodeId());
  }
}
