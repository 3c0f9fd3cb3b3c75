package dev.tributary.attribution.hold;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.ConversionType;
import java.time.Instant;
import java.util.List;

/** Holds of one order, for tests: what is not said is ordinary. */
final class AHold {
  static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");
  static final ConversionKey ORDER = new ConversionKey("main", ConversionType.PURCHASE, "o-1");
  static final OrderHolds NONE = new OrderHolds(ORDER, NOW.minusSeconds(600), List.of());

  private AHold() {}

  /** Somebody who decides. */
  static HoldCommand by(String actor, String batchId) {
    return new HoldCommand(actor, "because", batchId);
  }

  /** A reason of a person. */
  static Finding said(String what) {
    return new Finding(HoldRule.MANUAL, HoldEvidence.said(what));
  }

  /** A reason of a rule: the creator bought. */
  static Finding bought(String creatorId) {
    HoldEvidence plain = HoldEvidence.said("The buyer is creator " + creatorId + ".");
    return new Finding(
        HoldRule.SELF_REFERRAL,
        new HoldEvidence(
            plain.summary(),
            creatorId,
            List.of(IdentityKind.EMAIL),
            "",
            plain.before(),
            plain.minBefore(),
            plain.checkoutStart(),
            "",
            List.of()));
  }
}
