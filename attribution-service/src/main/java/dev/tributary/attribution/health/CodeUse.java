package dev.tributary.attribution.health;

import java.time.Instant;
import java.util.Optional;

/**
 * A use of a code, as far as signals look at it.
 *
 * @param codeId the code
 * @param campaignId campaign that it was credited for
 * @param time when the order was made
 * @param touched whether the person had a touch of the code's creator
 * @param referrerHost where the visit came from, if told
 * @param region where the customer is, if told
 * @param returning whether the customer bought before, if it is known who it is
 */
record CodeUse(
    String codeId,
    String campaignId,
    Instant time,
    boolean touched,
    Optional<String> referrerHost,
    Optional<String> region,
    Optional<Boolean> returning) {}
