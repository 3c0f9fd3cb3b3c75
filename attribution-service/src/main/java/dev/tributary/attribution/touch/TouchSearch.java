package dev.tributary.attribution.touch;

import dev.tributary.attribution.identity.VisitorSpan;
import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whose touches are looked for, and when. A touch is found if it is a visitor's in one of its
 * times, or the customer or its own id is named, and it lies in both ranges of time.
 *
 * @param visitors times of visitors
 * @param customer the customer, if known
 * @param clickId id of a touch, whoever made it
 * @param from first event time, included
 * @param middle of too many touches up to here the newest are found, and after it the earliest
 * @param to last event time, included
 * @param recordedUntil last record time, included
 */
public record TouchSearch(
    List<VisitorSpan> visitors,
    Optional<PersonKey> customer,
    Optional<String> clickId,
    Instant from,
    Instant middle,
    Instant to,
    Instant recordedUntil) {
  /** Keeps its own copy of the visitors. */
  public TouchSearch {
    visitors = List.copyOf(visitors);
  }
}
