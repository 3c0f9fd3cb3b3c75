package dev.tributary.metrics.fact;

import java.time.Instant;
import java.util.Optional;

/**
 * A metric name of a source that the vocabulary does not know. Its values are kept and not used.
 *
 * @param postId the post it was read of; absent when it was an account's
 * @param subject the post's id, or the account as {@link AccountKey} shows it
 * @param metric the name as the source gives it
 * @param firstObserved when it was first true
 * @param lastObserved when it was last true; the same instant for one reading
 */
public record UnknownMetric(
    Optional<String> postId,
    String subject,
    String metric,
    Instant firstObserved,
    Instant lastObserved) {}
