package dev.tributary.attribution.link;

import dev.tributary.attribution.owner.OwnerProtos;
import dev.tributary.attribution.request.SingleLine;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.util.Optional;

/** Links in the contract and in our records. */
public final class LinkProtos {
  private static final int URL_CHARACTERS_MAX = 2_000;
  private static final int PLACEMENT_CHARACTERS_MAX = 64;

  private LinkProtos() {}

  /** A link to create. Output-only fields are ignored. */
  static NewLink parse(dev.tributary.attribution.v1.Link proto) throws Rejected {
    return new NewLink(
        Fields.id("link_id", proto.getLinkId()),
        OwnerProtos.parse("owner", proto.hasOwner(), proto.getOwner()),
        destinationUrl(proto.getDestinationUrl()),
        UtmProtos.parse("utm", proto.getUtm()),
        SingleLine.text("placement", proto.getPlacement(), PLACEMENT_CHARACTERS_MAX));
  }

  /** The message of a link, with the address to publish. */
  public static dev.tributary.attribution.v1.Link toProto(Link link) {
    var proto =
        dev.tributary.attribution.v1.Link.newBuilder()
            .setLinkId(link.linkId())
            .setDestinationUrl(link.destinationUrl())
            .setPlacement(link.placement())
            .setTrackingUrl(TrackingUrl.of(link))
            .setCreateTime(ProtoTimes.toProto(link.createTime()));
    link.owner().map(OwnerProtos::toProto).ifPresent(proto::setOwner);
    if (!link.utm().isEmpty()) {
      proto.setUtm(UtmProtos.toProto(link.utm()));
    }
    return proto.build();
  }

  private static String destinationUrl(String given) throws Rejected {
    String url = Fields.requiredText("destination_url", given, URL_CHARACTERS_MAX);
    Optional<String> fault = DestinationUrl.fault(url);
    if (fault.isPresent()) {
      throw new Rejected(ErrorReason.ERROR_REASON_FIELD_MALFORMED, "destination_url", fault.get());
    }
    return url;
  }
}
