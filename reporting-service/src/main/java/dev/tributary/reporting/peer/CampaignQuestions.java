package dev.tributary.reporting.peer;

import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.KpiTarget;
import dev.tributary.metrics.v1.KpiDefinition;
import dev.tributary.metrics.v1.SeriesPoint;
import dev.tributary.reporting.campaign.CampaignDays;
import dev.tributary.reporting.campaign.ObjectivePreset;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks the other services everything that a report says. All calls are made in the name of the
 * caller and end with the caller's deadline.
 */
public final class CampaignQuestions {
  /** KPIs that one question may ask for. */
  private static final int KPIS_MAX = 50;

  private final CatalogPeer catalog;
  private final HeadPositions heads;
  private final KpiPeer kpis;
  private final CreditPeer credits;

  /** Questions to the services behind the channels. */
  public CampaignQuestions(PeerChannels channels) {
    catalog = new CatalogPeer(channels.ingestion());
    heads = new HeadPositions(channels.ingestionFeed(), channels.attributionFeed());
    kpis = new KpiPeer(channels.metrics());
    credits = new CreditPeer(channels.attribution());
  }

  /**
   * The answers on a campaign. A peer's refusal of the caller (NOT_FOUND, a credential) flies to
   * the caller; a refusal of our question is a fault of ours.
   *
   * @param now the moment of the report
   */
  public CampaignAnswers ask(String campaignId, Instant now) {
    try {
      return answers(catalog.campaign(campaignId), now);
    } catch (StatusRuntimeException refused) {
      if (refused.getStatus().getCode() == Status.Code.INVALID_ARGUMENT) {
        throw new IllegalStateException("a peer refused a question of ours", refused);
      }
      throw refused;
    }
  }

  private CampaignAnswers answers(Campaign campaign, Instant now) {
    String campaignId = campaign.getCampaignId();
    CampaignDays days = days(campaign);
    // The catalogue first: what it shows is then before the heads, and so within the numbers.
    List<Collaboration> collaborations = catalog.collaborations(campaignId);
    var creators = catalog.creators(collaborations);
    var posts = catalog.posts(collaborations);

    List<String> atLeast = heads.read();
    List<KpiDefinition> definitions = kpis.definitions();
    List<String> kpiIds = kpiIds(campaign, definitions);
    return new CampaignAnswers(
        campaign,
        collaborations,
        creators,
        posts,
        definitions,
        kpis.query(campaignId, campaign.getCurrencyCode(), kpiIds, atLeast),
        series(campaign, days.begunBy(now), kpiIds, atLeast),
        kpis.faults(campaignId, atLeast),
        credits.ofCampaign(campaignId),
        credits.ofDays(days));
  }

  private List<SeriesPoint> series(
      Campaign campaign, Optional<CampaignDays> days, List<String> kpiIds, List<String> atLeast) {
    String main = ObjectivePreset.of(campaign.getObjective()).main();
    return days.isPresent() && kpiIds.contains(main)
        ? kpis.series(
            campaign.getCampaignId(), campaign.getCurrencyCode(), main, days.get(), atLeast)
        : List.of();
  }

  /** What the objective and the targets want, as far as the KPI engine has it. */
  private static List<String> kpiIds(Campaign campaign, List<KpiDefinition> definitions) {
    Set<String> known =
        definitions.stream().map(KpiDefinition::getKpiId).collect(Collectors.toSet());
    List<String> targets = campaign.getTargetsList().stream().map(KpiTarget::getKpiId).toList();
    return ObjectivePreset.of(campaign.getObjective()).kpiIds(targets).stream()
        .filter(known::contains)
        .limit(KPIS_MAX)
        .toList();
  }

  private static CampaignDays days(Campaign campaign) {
    return new CampaignDays(
        LocalDate.parse(campaign.getStartDate()),
        LocalDate.parse(campaign.getEndDate()),
        ZoneId.of(campaign.getTimeZone()));
  }
}
