package dev.tributary.ingestion.catalog;

import dev.tributary.ingestion.content.AmountRules;
import dev.tributary.ingestion.content.OrderRules;
import dev.tributary.ingestion.content.Repeated;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Deliverable;
import dev.tributary.ingestion.v1.UsageRights;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import java.util.List;

/**
 * What a collaboration must be. Whether its campaign and creator exist is not asked: they may
 * arrive later.
 */
final class CollaborationRules {
  private static final int DELIVERABLES_MAX = 200;
  private static final int CHANNELS_MAX = 50;
  private static final int CHANNEL_CHARACTERS_MAX = 100;

  private CollaborationRules() {}

  /**
   * Lets a collaboration pass that keeps every rule of its contract.
   *
   * @throws Rejected with a field path relative to the collaboration
   */
  static void check(Collaboration collaboration) throws Rejected {
    Fields.id("collaboration_id", collaboration.getCollaborationId());
    Fields.id("campaign_id", collaboration.getCampaignId());
    Fields.id("creator_id", collaboration.getCreatorId());
    Fields.known("status", collaboration.getStatus());
    if (collaboration.hasFee()) {
      AmountRules.check("fee", collaboration.getFee());
    }
    List<Deliverable> deliverables = collaboration.getDeliverablesList();
    Repeated.each(
        "deliverables", deliverables, DELIVERABLES_MAX, CollaborationRules::checkDeliverable);
    Repeated.unique("deliverables", deliverables, "deliverable_id", Deliverable::getDeliverableId);
    BriefRules.check("brief", collaboration.getBrief());
    checkRights("usage_rights", collaboration.getUsageRights());
  }

  private static void checkDeliverable(Deliverable deliverable) throws Rejected {
    Fields.id("deliverable_id", deliverable.getDeliverableId());
    Fields.known("format", deliverable.getFormat());
    Fields.optionalDate("due_date", deliverable.getDueDate());
    Fields.optionalTime("submit_time", deliverable.hasSubmitTime(), deliverable.getSubmitTime());
    Fields.optionalTime("approve_time", deliverable.hasApproveTime(), deliverable.getApproveTime());
    Fields.optionalId("post_id", deliverable.getPostId());
    if (deliverable.hasPrice()) {
      AmountRules.check("price", deliverable.getPrice());
    }
  }

  private static void checkRights(String field, UsageRights rights) throws Rejected {
    try {
      Repeated.eachText("channels", rights.getChannelsList(), CHANNELS_MAX, CHANNEL_CHARACTERS_MAX);
      OrderRules.startBeforeEnd(
          Fields.optionalTime("start_time", rights.hasStartTime(), rights.getStartTime()),
          "end_time",
          Fields.optionalTime("end_time", rights.hasEndTime(), rights.getEndTime()));
    } catch (Rejected rejected) {
      throw rejected.withPrefix(field);
    }
  }
}
