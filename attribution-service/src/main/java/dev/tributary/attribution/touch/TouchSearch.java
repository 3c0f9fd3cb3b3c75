package dev.tributary.attribution.touch;

import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose touches are looked for, and when. A touch is found if the visitor, the customer or its own
 * id is named, and it lies in both ranges of time.
 *
 * @param visitor the visitor, if known
 * @param customer the customer, if known
 * @param clickId id of a touch, whoever made it
 * @param from first event time, included
 * @param middle of too many touches up to here the newest are found, and after it the earliest
 * @param to last event time, included
 * @param recordedUntil last record time, included
 */
public record TouchSearch(
    Optional<PersonKey> visitor,
    Optional<PersonKey> customer,
    Optional<String> clickId,
    Instant from,
    Instant middle,
    Instant to,
    Instant recordedUntil) {}
