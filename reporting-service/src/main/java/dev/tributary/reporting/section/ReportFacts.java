package dev.tributary.reporting.section;

import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.metrics.v1.GroupKey;
import dev.tributary.reporting.campaign.CampaignDays;
import dev.tributary.reporting.campaign.ObjectivePreset;
import dev.tributary.reporting.peer.CampaignAnswers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The answers as the sections need them; read once for all of them. */
final class ReportFacts {
  private final CampaignAnswers answers;
  private final Instant createTime;
  private final ObjectivePreset preset;
  private final CampaignDays days;
  private final KpiValues kpis;
  private final CreatorNames names;
  private final List<KpiGroup> creators;
  private final List<KpiGroup> platforms;

  ReportFacts(CampaignAnswers answers, Instant createTime) {
    this.answers = answers;
    this.createTime = createTime;
    Campaign campaign = answers.campaign();
    preset = ObjectivePreset.of(campaign.getObjective());
    days =
        new CampaignDays(
            LocalDate.parse(campaign.getStartDate()),
            LocalDate.parse(campaign.getEndDate()),
            ZoneId.of(campaign.getTimeZone()));
    kpis = new KpiValues(answers.definitions(), answers.kpis());
    names = new CreatorNames(answers.creators());
    creators = KpiGroup.sorted(kpis.by(GroupKey::getCreatorId), preset.main(), names::label);
    platforms =
        KpiGroup.sorted(
            kpis.by(key -> Labels.platform(key.getPlatform())), preset.main(), label -> label);
  }

  CampaignAnswers answers() {
    return answers;
  }

  Campaign campaign() {
    return answers.campaign();
  }

  ObjectivePreset preset() {
    return preset;
  }

  CampaignDays days() {
    return days;
  }

  /** The moment that the numbers stand for. */
  Instant createTime() {
    return createTime;
  }

  /** The campaign's day at that moment. */
  LocalDate today() {
    return days.dayOf(createTime);
  }

  KpiValues kpis() {
    return kpis;
  }

  CreatorNames names() {
    return names;
  }

  /** Values by creator id, most of the main KPI first; "" is the campaign as a whole. */
  List<KpiGroup> creators() {
    return creators;
  }

  /** Values by the platform's name, most of the main KPI first; "" is what has several. */
  List<KpiGroup> platforms() {
    return platforms;
  }
}
