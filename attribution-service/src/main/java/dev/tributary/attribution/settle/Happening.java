package dev.tributary.attribution.settle;

import dev.tributary.attribution.conversion.Paths;
import dev.tributary.attribution.credit.Policy;
import dev.tributary.attribution.identity.Acquaintances;
import dev.tributary.attribution.identity.IdentityLinkProtos;
import dev.tributary.runtime.feed.FeedItem;
import dev.tributary.runtime.feed.StoredEntry;
import java.time.Instant;

/**
 * Something that was recorded of persons, and which of the conversions of everybody who is
 * acquainted with them it may change.
 *
 * @param workspace whose it is
 * @param persons of whom
 * @param from conversions from this time on, included
 * @param to conversions up to this time, included
 * @param receivedFrom conversions that were received at this time or later
 */
record Happening(
    String workspace, Acquaintances.Of persons, Instant from, Instant to, Instant receivedFrom) {
  private static final Instant NO_END = Instant.parse("9999-12-31T00:00:00Z");

  /** An identity link: it may change whose touches of all time are. */
  static Happening of(FeedItem<StoredEntry> identityLink) {
    return new Happening(
        identityLink.workspace(),
        IdentityLinkProtos.persons(identityLink.entry().payload()),
        Instant.EPOCH,
        NO_END,
        identityLink.entry().recordTime().minus(Policy.REATTRIBUTION_WINDOW));
  }

  /** A touch: it may change conversions that look at its time. */
  static Happening ofTouch(
      String workspace, Acquaintances.Of persons, Instant eventTime, Instant recordTime) {
    return new Happening(
        workspace,
        persons,
        eventTime.minus(Paths.LOOKED_AT_AFTER),
        eventTime.plus(Paths.LOOKED_AT_BEFORE),
        recordTime.minus(Policy.REATTRIBUTION_WINDOW));
  }
}
