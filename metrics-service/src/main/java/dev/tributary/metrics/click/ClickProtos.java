package dev.tributary.metrics.click;

import dev.tributary.attribution.v1.TouchFact;
import dev.tributary.runtime.api.ProtoTimes;

/** Links and touches as they stand in attribution's feed. */
public final class ClickProtos {
  private ClickProtos() {}

  /** A link. */
  public static Link link(dev.tributary.attribution.v1.Link link) {
    return new Link(
        link.getLinkId(),
        link.getOwner().getCollaborationId(),
        link.getOwner().getCreatorId(),
        link.getOwner().getCampaignId());
  }

  /** A touch; the hash of the person stays behind. */
  public static Touch touch(TouchFact touch) {
    return new Touch(
        touch.getTypeValue(),
        touch.getValidityValue(),
        touch.getTest(),
        touch.getLinkId(),
        ProtoTimes.toInstant(touch.getEventTime()));
  }
}
