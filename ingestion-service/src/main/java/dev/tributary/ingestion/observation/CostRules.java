package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.content.AmountRules;
import dev.tributary.ingestion.v1.Cost;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;

/** What a cost must be. */
final class CostRules {
  private CostRules() {}

  static void check(Cost cost) throws Rejected {
    Fields.id("cost_id", cost.getCostId());
    PlacementRules.check(cost.getCollaborationId(), cost.getCampaignId());
    Fields.optionalId("post_id", cost.getPostId());
    Fields.known("kind", cost.getKind());
    Fields.known("state", cost.getState());
    if (!cost.hasAmount()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MISSING, "amount", "absent (it is required)");
    }
    AmountRules.check("amount", cost.getAmount());
  }
}
