package dev.tributary.attribution.conversion;

/**
 * What the customer answered to "how did you hear of us". Shown beside the credit, never part of
 * it.
 *
 * @param rawText the answer as typed
 * @param creatorId the creator it was matched with; empty when with none
 * @param confidenceMillionths how sure the match is, 0-1,000,000
 */
public record SelfReported(String rawText, String creatorId, int confidenceMillionths) {}
