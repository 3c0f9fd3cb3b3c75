package dev.tributary.attribution.identity;

import dev.tributary.attribution.batch.Content;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.log.Shards;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What became known of a visitor at one moment.
 *
 * @param linkId the caller's id, unique together with the visitor
 * @param kind what became known
 * @param visitor hash of the visitor
 * @param customer hash of the customer; only of a LINK
 * @param eventTime from when it holds
 * @param retractedLinkId the link that was wrong; only of a RETRACT
 */
public record IdentityLink(
    String linkId,
    IdentityLinkKind kind,
    PersonKey visitor,
    Optional<PersonKey> customer,
    Instant eventTime,
    Optional<String> retractedLinkId) {

  /** The customer in the contract. */
  static final String CUSTOMER_FIELD = "customer_id";

  /** In the order in which they count: by time, those of one time by id, never by arrival. */
  static final Comparator<IdentityLink> IN_ORDER =
      Comparator.comparing(IdentityLink::eventTime).thenComparing(IdentityLink::linkId);

  /** Shard of all links of a visitor, which is that of its touches. */
  static int shard(String workspace, PersonKey visitor) {
    return Shards.of(workspace, "person", visitor.hex());
  }

  /** What makes it the same as another one. */
  Key key() {
    return new Key(visitor, linkId);
  }

  /** What decides whether it is a resend, in the names of the contract. */
  Content content() {
    return Content.builder()
        .text("kind", kind.name())
        .optional(CUSTOMER_FIELD, customer.map(PersonKey::hex))
        .time("event_time", eventTime)
        .optional("retracted_link_id", retractedLinkId)
        .build();
  }

  /**
   * What makes a link the same link.
   *
   * @param visitor hash of the visitor
   * @param linkId the caller's id
   */
  record Key(PersonKey visitor, String linkId) {}
}
