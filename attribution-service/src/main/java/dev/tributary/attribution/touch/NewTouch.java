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
 * @param consent what the person said about being recognised; when denied, there is no person
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
    TouchConsent consent,
    Optional<String> referrerHost) {
  /** Refuses a person who did not agree with {@link IllegalArgumentException}. */
  NewTouch {
    if (consent == TouchConsent.DENIED && (personKey.isPresent() || customerKey.isPresent())) {
      throw new IllegalArgumentException("consent: DENIED with a person (expected: none)");
    }
  }

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
        touch.consent(),
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
        .text("consent", consent == TouchConsent.UNSPECIFIED ? "" : consent.name())
        .optional("referrer_host", referrerHost)
        .build();
  }

  /** The same touch of another customer. */
  NewTouch by(Optional<PersonKey> customer) {
    return new NewTouch(
        touchId,
        type,
        eventTime,
        linkId,
        utm,
        personKey,
        customer,
        validity,
        test,
        consent,
        referrerHost);
  }

  /**
   * Name of the first field that differs from a recorded touch. Of a customer who was erased
   * nothing is known, so there it is whoever is named now.
   */
  Optional<String> firstDifference(NewTouch recorded) {
    boolean isErased = recorded.customerKey.filter(PersonKey::isTombstone).isPresent();
    return (isErased ? by(recorded.customerKey) : this)
        .content()
        .firstDifference(recorded.content());
  }

  Fingerprint fingerprint() {
    return Fingerprint.of(content());
  }
}
