package dev.tributary.metrics.query;

import static dev.tributary.metrics.testing.Attributed.code;
import static dev.tributary.metrics.testing.Attributed.link;
import static dev.tributary.metrics.testing.Attributed.owner;
import static dev.tributary.metrics.testing.Ingested.collaboration;
import static dev.tributary.metrics.testing.Ingested.cost;
import static dev.tributary.metrics.testing.Ingested.creator;
import static dev.tributary.metrics.testing.Ingested.ratioTarget;
import static dev.tributary.metrics.testing.Ingested.sellingCampaign;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.Owner;
import dev.tributary.metrics.v1.CampaignFinding;
import dev.tributary.metrics.v1.CampaignFindingCode;
import dev.tributary.metrics.v1.CheckCampaignRequest;
import dev.tributary.metrics.v1.CheckCampaignResponse;
import dev.tributary.metrics.v1.FindingSeverity;
import dev.tributary.type.v1.AsOf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The check before a campaign, from both feeds to the answer. */
class CheckCampaignTest {
  private static final Owner ANNA = owner("anna-spring", "anna", "spring");

  private final RunningMetrics metrics = new RunningMetrics();

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void what_is_put_right_is_found_no_more() {
    metrics.write(sellingCampaign("spring", 1, ratioTarget("roas", 4_000_000)));
    metrics.write(creator("anna", 1));
    metrics.write(collaboration("anna-spring", 1, "spring", "anna"));
    metrics.write(link("bio", ANNA));
    metrics.write(cost("fee", "2026-05-01T12:00:00Z", "anna-spring", "", 50_000));
    CheckCampaignResponse before = check("spring");
    assertThat(before.getCollaborationCount()).isEqualTo(1);
    assertThat(before.getFindings(0))
        .returns(CampaignFindingCode.CAMPAIGN_FINDING_CODE_CODE_MISSING, CampaignFinding::getCode)
        .returns(FindingSeverity.FINDING_SEVERITY_ERROR, CampaignFinding::getSeverity)
        .returns("anna-spring", CampaignFinding::getCollaborationId)
        .returns("The collaboration anna-spring has no promo code.", CampaignFinding::getMessage);

    metrics.write(code("anna10", 1, ANNA));
    CheckCampaignResponse after = check("spring");
    // The tests' clock stands after the campaign.
    assertThat(after.getFindingsList())
        .extracting(CampaignFinding::getCode)
        .containsExactly(CampaignFindingCode.CAMPAIGN_FINDING_CODE_CAMPAIGN_ENDED);
    assertThat(after.getAsOfList())
        .extracting(AsOf::getFeed)
        .containsExactly("attribution", "ingestion");
  }

  @Test
  void a_campaign_that_is_not_there_is_a_finding() {
    assertThat(check("summer").getFindingsList())
        .extracting(CampaignFinding::getCode)
        .containsExactly(CampaignFindingCode.CAMPAIGN_FINDING_CODE_CAMPAIGN_UNKNOWN);
  }

  @Test
  void a_check_wants_a_campaign() {
    assertThat(
            fieldsOf(
                failureOf(
                    () -> metrics.kpis().checkCampaign(CheckCampaignRequest.getDefaultInstance()))))
        .containsExactly("campaign_id");
  }

  private CheckCampaignResponse check(String campaignId) {
    return metrics
        .kpis()
        .checkCampaign(
            CheckCampaignRequest.newBuilder()
                .setCampaignId(campaignId)
                .addAllAtLeast(metrics.positions())
                .build());
  }
}
