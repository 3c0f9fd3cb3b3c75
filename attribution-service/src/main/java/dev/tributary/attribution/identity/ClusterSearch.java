package dev.tributary.attribution.identity;

import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose cluster is looked for.
 *
 * @param visitor the visitor that a conversion names, if any
 * @param customer the customer that it names, if any
 * @param time when it happened
 * @param recordedUntil last record time of the links that count, included
 */
public record ClusterSearch(
    Optional<PersonKey> visitor,
    Optional<PersonKey> customer,
    Instant time,
    Instant recordedUntil) {}
