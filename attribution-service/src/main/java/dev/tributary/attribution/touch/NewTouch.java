package dev.tributary.attribution.touch;

import dev.tributary.attribution.batch.Content;
import dev.tributary.attribution.batch.Fingerprint;
import dev.tributary.attribution.link.UtmParameters;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.log.Shards;
import java.time.Instant;
import java.util.Optional;

/**
 * A touch as it was sent, parsed and with its persons hashed. The components are those of {@link
 * Touch}.
 *
 * @param touchId the caller's id, unique together with the visitor
 * @param type what happened
 * @param eventTime when it happened
 * @param linkId the link followed, if known
 * @param utm UTM parameters of the landing, if any
 * @param personKey hash of the visitor, if there was one
 * @param customerKey hash of the customer, if known
 * @param validity whether it counts as a person's contact
 * @param test whether it is a test
 * @param referrerHost host of the page from which the visit came, if told
 */
record NewTouch(
    String touchId,
    TouchType type,
    Instant eventTime,
    Optional<String> linkId,
    Optional<UtmParameters> utm,
    Optional<PersonKey> personKey,
    Optional<PersonKey> customerKey,
    TouchValidity validity,
    boolean test,
    Optional<String> referrerHost) {

  /** A recorded touch as it was sent. */
  static NewTouch of(Touch touch) {
    return new NewTouch(
        touch.touchId(),
        touch.type(),
        touch.eventTime(),
        touch.linkId(),
        touch.utm(),
        touch.personKey(),
        touch.customerKey(),
        touch.validity(),
        touch.test(),
        touch.referrerHost());
  }

  /** Shard of the touch: that of its visitor, so that a person's touches lie together. */
  int shard(String workspace) {
    return Shards.of(workspace, "person", personKey.map(PersonKey::hex).orElse(touchId));
  }

  /**
   * What decides whether a touch is a resend, in the names of the contract. The visitor is part of
   * the key.
   */
  Content content() {
    UtmParameters given = utm.orElse(UtmParameters.NONE);
    return Content.builder()
        .text("type", type.name())
        .time("event_time", eventTime)
        .optional("link_id", linkId)
        .text("utm.source", given.source())
        .text("utm.medium", given.medium())
        .text("utm.campaign", given.campaign())
        .text("utm.term", given.term())
        .text("utm.content", given.content())
        .text("utm.id", given.id())
        .optional("customer_id", customerKey.map(PersonKey::hex))
        .text("validity", validity.name())
        .flag("test", test)
        .optional("referrer_host", referrerHost)
        .build();
  }

  Fingerprint fingerprint() {
    return Fingerprint.of(content());
  }
}
