package dev.tributary.metrics.code;

import java.time.Instant;
import java.util.Optional;

/**
 * A promo code and whose it is now; empty ids for one of the shop's own. The code itself stays with
 * attribution.
 *
 * @param version rises with each change
 * @param startTime first instant of validity; absent when always
 * @param endTime end of validity, exclusive; absent when without end
 * @param disabled whether it is switched off by hand
 */
public record PromoCode(
    String codeId,
    long version,
    String collaborationId,
    String creatorId,
    String campaignId,
    Optional<Instant> startTime,
    Optional<Instant> endTime,
    boolean disabled) {}
