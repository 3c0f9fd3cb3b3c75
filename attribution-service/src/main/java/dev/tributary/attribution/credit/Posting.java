package dev.tributary.attribution.credit;

import java.time.Instant;

/**
 * One entry of the append-only ledger of a conversion. Entries without refund make up what was
 * earned, those with one what that refund took back, so that gross, refunded and net can each be
 * added up from entries alone.
 *
 * @param postingNo place within the conversion, from 1
 * @param revision the revision that made it
 * @param kind why money moved
 * @param key whose credit changed
 * @param refundId the refund whose part it is; empty for what was earned
 * @param amendmentId the amendment behind it; empty when none
 * @param amountMinor by how much, in minor units, signed
 * @param conversionMillionths how much of the conversion moved with it, in millionths, signed
 * @param effectiveTime when it counts
 */
public record Posting(
    int postingNo,
    int revision,
    PostingKind kind,
    CreditKey key,
    String refundId,
    String amendmentId,
    long amountMinor,
    long conversionMillionths,
    Instant effectiveTime) {}
