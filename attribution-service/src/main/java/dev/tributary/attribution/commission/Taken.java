package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.ConversionKey;

/**
 * What statements already have of a sale.
 *
 * @param key the conversion
 * @param statementNo the first statement that has it
 * @param termsVersion the terms that it was first paid by
 * @param place where it lay on the scale of its month then
 * @param earnedMinor credited before refunds, in all of them
 * @param refundedMinor taken back by refunds, in all of them
 * @param commissionMinor commission, in all of them
 */
public record Taken(
    ConversionKey key,
    long statementNo,
    int termsVersion,
    Placement place,
    long earnedMinor,
    long refundedMinor,
    long commissionMinor) {}
