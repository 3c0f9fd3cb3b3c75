package dev.tributary.metrics.fact;

import java.util.Optional;

/**
 * One creator working in one campaign. A collaboration that is only named by a post, a cost, a
 * click or a credit is here too, with {@code catalogued} false: its numbers count, and the missing
 * entry is a fault to list.
 *
 * @param collaborationId its id
 * @param campaignId its campaign, which may not exist; for one that is not catalogued, as the owner
 *     of a link or code names it
 * @param creatorId its creator, who may not exist; likewise
 * @param catalogued whether the catalogue has it
 * @param agreed whether it came about: accepted, contracted, live or completed. One that is only
 *     invited, or was declined, is not expected to have numbers
 */
public record CollaborationFact(
    String collaborationId,
    Optional<String> campaignId,
    Optional<String> creatorId,
    boolean catalogued,
    boolean agreed) {}
