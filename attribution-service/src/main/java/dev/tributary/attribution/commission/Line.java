package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.ConversionKey;
import java.time.Instant;
import java.util.Optional;

/**
 * What a statement takes, or an open line would take, of a conversion, a fee or a bonus: the
 * difference to what earlier statements have of it.
 *
 * @param kind what it is about
 * @param key the conversion; empty for fees and bonuses
 * @param sourceId the fee or bonus, a monthly fee with its month; empty for conversions
 * @param time when the conversion happened, the fee fell due or the bonus was reached
 * @param state how far it has come
 * @param approvedFrom from when on it may be paid
 * @param termsVersion the terms it follows from
 * @param place where the conversion lies on the scale of its month
 * @param adjusts whether an earlier statement has the conversion
 * @param earnedMinor difference of the credit before refunds
 * @param refundedMinor difference of what refunds took back
 * @param amountMinor difference of the commission, or the fee or bonus
 */
public record Line(
    LineKind kind,
    Optional<ConversionKey> key,
    String sourceId,
    Instant time,
    LineState state,
    Instant approvedFrom,
    int termsVersion,
    Placement place,
    boolean adjusts,
    long earnedMinor,
    long refundedMinor,
    long amountMinor) {

  /** A fee or a bonus, which waits for nothing. */
  static Line extra(LineKind kind, String sourceId, Instant time, int termsVersion, long minor) {
    return new Line(
        kind,
        Optional.empty(),
        sourceId,
        time,
        LineState.APPROVED,
        time,
        termsVersion,
        Placement.START,
        false,
        0,
        0,
        minor);
  }

  boolean isNothing() {
    return earnedMinor == 0 && refundedMinor == 0 && amountMinor == 0;
  }
}
