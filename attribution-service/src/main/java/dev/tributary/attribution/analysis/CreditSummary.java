package dev.tributary.attribution.analysis;

/**
 * Credits of one group in one currency, in minor units. Ids that the grouping does not tell apart
 * are empty.
 *
 * @param currency the currency; empty for goals without amount
 * @param source CODE, LINK or UNATTRIBUTED; empty unless grouped by source or UNATTRIBUTED
 * @param collaborationId collaboration of the owner
 * @param creatorId creator of the owner
 * @param campaignId campaign of the owner
 * @param codeId the code
 * @param linkId the link
 * @param conversionsMillionths conversions, without cancelled and voided ones
 * @param grossMinor credit before refunds
 * @param refundedMinor taken back by refunds
 * @param pendingMinor part of the net credit of orders whose payment is pending
 * @param heldMinor part of the net credit of orders with a hold
 */
record CreditSummary(
    String currency,
    String source,
    String collaborationId,
    String creatorId,
    String campaignId,
    String codeId,
    String linkId,
    long conversionsMillionths,
    long grossMinor,
    long refundedMinor,
    long pendingMinor,
    long heldMinor) {

  /** What is left. */
  long netMinor() {
    return grossMinor - refundedMinor;
  }

  /** Whether it says nothing, as of orders that were all voided. */
  boolean isNothing() {
    return conversionsMillionths == 0 && grossMinor == 0 && refundedMinor == 0;
  }
}
