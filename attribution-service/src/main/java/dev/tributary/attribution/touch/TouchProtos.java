package dev.tributary.attribution.touch;

import com.google.protobuf.ByteString;
import dev.tributary.attribution.link.UtmParameters;
import dev.tributary.attribution.link.UtmProtos;
import dev.tributary.attribution.text.HostName;
import dev.tributary.attribution.v1.RecordTouchesResponse;
import dev.tributary.attribution.v1.StreamTouchesResponse;
import dev.tributary.attribution.v1.TouchFact;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.group.RecordedFacts;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.identity.PersonKind;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.Optional;

/** Touches in the contract and in our records. */
public final class TouchProtos {
  private TouchProtos() {}

  /**
   * A touch to record. Persons' ids are hashed here and go no further.
   *
   * @param now what an event time is compared with
   */
  static NewTouch parse(
      dev.tributary.attribution.v1.Touch proto, String workspace, PersonHasher hasher, Instant now)
      throws Rejected {
    TouchConsent consent = consent(proto.getConsent());
    boolean mayKnow = consent != TouchConsent.DENIED;
    UtmParameters utm =
        proto.hasUtm() ? UtmProtos.parse("utm", proto.getUtm()) : UtmParameters.NONE;
    return new NewTouch(
        Fields.id("touch_id", proto.getTouchId()),
        type("type", proto.getType()),
        Fields.eventTime("event_time", proto.hasEventTime(), proto.getEventTime(), now),
        Fields.optionalId("link_id", proto.getLinkId()),
        utm.isEmpty() ? Optional.empty() : Optional.of(utm),
        Fields.optionalForeignId("visitor_id", proto.getVisitorId())
            .filter(id -> mayKnow)
            .map(id -> hasher.hash(workspace, PersonKind.VISITOR, id)),
        Fields.optionalForeignId("customer_id", proto.getCustomerId())
            .filter(id -> mayKnow)
            .map(id -> hasher.hash(workspace, PersonKind.CUSTOMER, id)),
        validity(proto.getValidity()),
        proto.getTest(),
        consent,
        HostName.parse("referrer_host", proto.getReferrerHost()));
  }

  /** The answer to a batch. */
  static RecordTouchesResponse recorded(RecordedFacts facts) {
    return RecordTouchesResponse.newBuilder()
        .addAllResults(facts.verdicts())
        .setPosition(facts.position())
        .setLoad(facts.load())
        .build();
  }

  /** The answer to a batch on a stream. */
  static StreamTouchesResponse streamed(RecordedFacts facts) {
    return StreamTouchesResponse.newBuilder()
        .addAllResults(facts.verdicts())
        .setPosition(facts.position())
        .setLoad(facts.load())
        .build();
  }

  /** A touch as the feed tells it; the person is the visitor or, without one, the customer. */
  public static TouchFact toFact(Touch touch) {
    TouchFact.Builder fact =
        TouchFact.newBuilder()
            .setTouchId(touch.touchId())
            .setType(toProto(touch.type()))
            .setEventTime(ProtoTimes.toProto(touch.eventTime()))
            .setLinkId(touch.linkId().orElse(""))
            .setValidity(toProto(touch.validity()))
            .setTest(touch.test())
            .setConsent(toProto(touch.consent()));
    touch.utm().map(UtmProtos::toProto).ifPresent(fact::setUtm);
    touch
        .personKey()
        .or(touch::customerKey)
        .map(PersonKey::bytes)
        .map(ByteString::copyFrom)
        .ifPresent(fact::setPersonKey);
    return fact.build();
  }

  /** The type of a field. */
  public static TouchType type(String field, dev.tributary.attribution.v1.TouchType type)
      throws Rejected {
    return switch (Fields.known(field, type)) {
      case TOUCH_TYPE_CLICK -> TouchType.CLICK;
      case TOUCH_TYPE_VISIT -> TouchType.VISIT;
      default -> throw new IllegalStateException("refused above: " + type);
    };
  }

  private static TouchValidity validity(dev.tributary.attribution.v1.TouchValidity validity)
      throws Rejected {
    return switch (validity) {
      case TOUCH_VALIDITY_UNSPECIFIED -> TouchValidity.PERSON;
      case TOUCH_VALIDITY_BOT -> TouchValidity.BOT;
      case TOUCH_VALIDITY_PREVIEW -> TouchValidity.PREVIEW;
      case TOUCH_VALIDITY_INTERNAL -> TouchValidity.INTERNAL;
      case UNRECOGNIZED ->
          throw new Rejected(
              ErrorReason.ERROR_REASON_FIELD_MALFORMED,
              "validity",
              "an unknown number (expected: absent, BOT, PREVIEW or INTERNAL)");
    };
  }

  private static TouchConsent consent(dev.tributary.attribution.v1.TouchConsent consent)
      throws Rejected {
    return switch (consent) {
      case TOUCH_CONSENT_UNSPECIFIED -> TouchConsent.UNSPECIFIED;
      case TOUCH_CONSENT_GRANTED -> TouchConsent.GRANTED;
      case TOUCH_CONSENT_DENIED -> TouchConsent.DENIED;
      case UNRECOGNIZED ->
          throw new Rejected(
              ErrorReason.ERROR_REASON_FIELD_MALFORMED,
              "consent",
              "an unknown number (expected: absent, GRANTED or DENIED)");
    };
  }

  /** The message of a consent. */
  public static dev.tributary.attribution.v1.TouchConsent toProto(TouchConsent consent) {
    return dev.tributary.attribution.v1.TouchConsent.valueOf("TOUCH_CONSENT_" + consent.name());
  }

  /** The message of a type. */
  public static dev.tributary.attribution.v1.TouchType toProto(TouchType type) {
    return switch (type) {
      case CLICK -> dev.tributary.attribution.v1.TouchType.TOUCH_TYPE_CLICK;
      case VISIT -> dev.tributary.attribution.v1.TouchType.TOUCH_TYPE_VISIT;
    };
  }

  private static dev.tributary.attribution.v1.TouchValidity toProto(TouchValidity validity) {
    return switch (validity) {
      case PERSON -> dev.tributary.attribution.v1.TouchValidity.TOUCH_VALIDITY_UNSPECIFIED;
      case BOT -> dev.tributary.attribution.v1.TouchValidity.TOUCH_VALIDITY_BOT;
      case PREVIEW -> dev.tributary.attribution.v1.TouchValidity.TOUCH_VALIDITY_PREVIEW;
      case INTERNAL -> dev.tributary.attribution.v1.TouchValidity.TOUCH_VALIDITY_INTERNAL;
    };
  }
}
