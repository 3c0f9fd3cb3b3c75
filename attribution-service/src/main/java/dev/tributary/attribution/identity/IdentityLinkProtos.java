package dev.tributary.attribution.identity;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.attribution.batch.Recording;
import dev.tributary.attribution.v1.IdentityLinkFact;
import dev.tributary.attribution.v1.LinkIdentitiesResponse;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.ParsedBatch;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.identity.PersonKind;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.Optional;

/** Identity links in the contract and in our records. */
public final class IdentityLinkProtos {
  private IdentityLinkProtos() {}

  /**
   * A link to record. Persons' ids are hashed here and go no further.
   *
   * @param now what an event time is compared with
   */
  public static IdentityLink parse(
      dev.tributary.attribution.v1.IdentityLink proto,
      String workspace,
      PersonHasher hasher,
      Instant now)
      throws Rejected {
    String linkId = Fields.id("identity_link_id", proto.getIdentityLinkId());
    IdentityLinkKind kind = kind(proto.getKind());
    String visitor = Fields.foreignId("visitor_id", proto.getVisitorId());
    Optional<String> customer =
        onlyOf(IdentityLinkKind.LINK, kind, "customer_id", proto.getCustomerId())
            ? Optional.of(Fields.foreignId("customer_id", proto.getCustomerId()))
            : Optional.empty();
    Instant eventTime =
        Fields.eventTime("event_time", proto.hasEventTime(), proto.getEventTime(), now);
    Optional<String> retracted =
        onlyOf(IdentityLinkKind.RETRACT, kind, "retracted_link_id", proto.getRetractedLinkId())
            ? Optional.of(Fields.id("retracted_link_id", proto.getRetractedLinkId()))
            : Optional.empty();
    return new IdentityLink(
        linkId,
        kind,
        hasher.hash(workspace, PersonKind.VISITOR, visitor),
        customer.map(id -> hasher.hash(workspace, PersonKind.CUSTOMER, id)),
        eventTime,
        retracted);
  }

  /** The answer to a batch. */
  public static LinkIdentitiesResponse recorded(
      ParsedBatch<IdentityLink> batch, Recording recording) {
    return LinkIdentitiesResponse.newBuilder()
        .addAllResults(batch.results(recording.verdicts(), Verdicts::rejected))
        .setPosition(recording.position())
        .build();
  }

  /** The bytes of a link's entry in the feed. */
  static byte[] toBytes(IdentityLink link) {
    IdentityLinkFact.Builder fact =
        IdentityLinkFact.newBuilder()
            .setIdentityLinkId(link.linkId())
            .setKind(
                dev.tributary.attribution.v1.IdentityLinkKind.valueOf(
                    "IDENTITY_LINK_KIND_" + link.kind().name()))
            .setVisitorKey(ByteString.copyFrom(link.visitor().bytes()))
            .setEventTime(ProtoTimes.toProto(link.eventTime()))
            .setRetractedLinkId(link.retractedLinkId().orElse(""));
    link.customer().map(PersonKey::bytes).map(ByteString::copyFrom).ifPresent(fact::setCustomerKey);
    return fact.build().toByteArray();
  }

  /** Whose acquaintances an entry of the feed may concern. */
  public static Acquaintances.Of persons(byte[] payload) {
    try {
      IdentityLinkFact fact = IdentityLinkFact.parseFrom(payload);
      return new Acquaintances.Of(
          Optional.of(new PersonKey(fact.getVisitorKey().toByteArray())),
          Optional.of(fact.getCustomerKey())
              .filter(key -> !key.isEmpty())
              .map(key -> new PersonKey(key.toByteArray())));
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalStateException("identity link in the feed cannot be read", broken);
    }
  }

  private static IdentityLinkKind kind(dev.tributary.attribution.v1.IdentityLinkKind kind)
      throws Rejected {
    return switch (Fields.known("kind", kind)) {
      case IDENTITY_LINK_KIND_LINK -> IdentityLinkKind.LINK;
      case IDENTITY_LINK_KIND_UNLINK -> IdentityLinkKind.UNLINK;
      case IDENTITY_LINK_KIND_RETRACT -> IdentityLinkKind.RETRACT;
      default -> throw new IllegalStateException("refused above: " + kind);
    };
  }

  /** Whether a field of one kind applies; told of another kind, it is refused. */
  private static boolean onlyOf(
      IdentityLinkKind wanted, IdentityLinkKind kind, String field, String value) throws Rejected {
    if (kind != wanted && !value.isEmpty()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          "present in %s (expected: only in %s)".formatted(kind, wanted));
    }
    return kind == wanted;
  }
}
