package dev.tributary.attribution.credit;

/**
 * What became of a refund.
 *
 * @param appliedMinor part taken back from credits, in minor units, zero or more
 * @param excessMinor part that exceeded what was left, in minor units, zero or more
 */
public record RefundOutcome(long appliedMinor, long excessMinor) {}
