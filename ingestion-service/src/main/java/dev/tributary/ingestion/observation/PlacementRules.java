package dev.tributary.ingestion.observation;

import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;

/** Where money was spent or visits came from: a collaboration, or at least a campaign. */
final class PlacementRules {
  private PlacementRules() {}

  /** One of the two ids is needed; both are checked for their form only. */
  static void check(String collaborationId, String campaignId) throws Rejected {
    Fields.optionalId("collaboration_id", collaborationId);
    if (Fields.optionalId("campaign_id", campaignId).isEmpty() && collaborationId.isEmpty()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MISSING,
          "campaign_id",
          "absent (it is required without collaboration_id)");
    }
  }
}
