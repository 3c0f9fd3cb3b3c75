package dev.tributary.metrics.query;

import dev.tributary.metrics.setup.Check;
import dev.tributary.metrics.setup.Finding;
import dev.tributary.metrics.v1.CampaignFinding;
import dev.tributary.metrics.v1.CampaignFindingCode;
import dev.tributary.metrics.v1.CheckCampaignRequest;
import dev.tributary.metrics.v1.CheckCampaignResponse;
import dev.tributary.metrics.v1.FindingSeverity;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;

/** Messages of checks. */
final class CheckProtos {
  private CheckProtos() {}

  /** The campaign that is to be checked. */
  static String campaignId(CheckCampaignRequest request) throws Rejected {
    Requests.requirePositions(request.getAtLeastList());
    return Fields.id("campaign_id", request.getCampaignId());
  }

  /** An answer. */
  static CheckCampaignResponse toProto(Answer<Check> answer) {
    return CheckCampaignResponse.newBuilder()
        .addAllFindings(answer.content().findings().stream().map(CheckProtos::toProto).toList())
        .setCollaborationCount(answer.content().collaborations())
        .addAllAsOf(answer.asOf())
        .build();
  }

  private static CampaignFinding toProto(Finding finding) {
    return CampaignFinding.newBuilder()
        .setCode(CampaignFindingCode.valueOf("CAMPAIGN_FINDING_CODE_" + finding.code().name()))
        .setSeverity(FindingSeverity.valueOf("FINDING_SEVERITY_" + finding.severity().name()))
        .setCollaborationId(finding.collaborationId())
        .setSubjectId(finding.subjectId())
        .setMessage(finding.message())
        .build();
  }
}
