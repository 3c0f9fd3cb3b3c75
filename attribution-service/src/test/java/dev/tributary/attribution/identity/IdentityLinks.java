package dev.tributary.attribution.identity;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.v1.IdentityLink;
import dev.tributary.attribution.v1.IdentityLinkKind;
import java.time.Instant;

/** Messages about identities; a test changes what it is about. */
public final class IdentityLinks {
  private IdentityLinks() {}

  /** A login. */
  public static IdentityLink.Builder login(
      String linkId, String visitor, String customer, Instant time) {
    return link(linkId, IdentityLinkKind.IDENTITY_LINK_KIND_LINK, visitor, time)
        .setCustomerId(customer);
  }

  /** A logout. */
  public static IdentityLink.Builder logout(String linkId, String visitor, Instant time) {
    return link(linkId, IdentityLinkKind.IDENTITY_LINK_KIND_UNLINK, visitor, time);
  }

  /** A link that was wrong. */
  public static IdentityLink.Builder retraction(
      String linkId, String visitor, String retractedLinkId, Instant time) {
    return link(linkId, IdentityLinkKind.IDENTITY_LINK_KIND_RETRACT, visitor, time)
        .setRetractedLinkId(retractedLinkId);
  }

  private static IdentityLink.Builder link(
      String linkId, IdentityLinkKind kind, String visitor, Instant time) {
    return IdentityLink.newBuilder()
        .setIdentityLinkId(linkId)
        .setKind(kind)
        .setVisitorId(visitor)
        .setEventTime(Samples.time(time));
  }
}
