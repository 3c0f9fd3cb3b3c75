package dev.tributary.reporting.section;

import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.reporting.peer.CampaignAnswers;
import dev.tributary.reporting.v1.Report;
import dev.tributary.reporting.v1.ReportContent;
import dev.tributary.reporting.v1.Section;
import java.time.Instant;
import java.util.List;

/** Makes a report from the answers of the other services: same answers, same report. */
public final class ReportAssembly {
  private ReportAssembly() {}

  /**
   * Everything the report says. A section that has nothing to say is left out.
   *
   * @param report the report's own fields
   * @param createTime the report's create_time
   */
  public static ReportContent assemble(Report report, CampaignAnswers answers, Instant createTime) {
    ReportFacts facts = new ReportFacts(answers, createTime);
    Campaign campaign = answers.campaign();
    List<Section> sections =
        ReportSections.ALL.stream()
            .map(section -> section.apply(facts))
            .filter(section -> section.getBlocksCount() + section.getSentencesCount() > 0)
            .toList();
    return ReportContent.newBuilder()
        .setReport(report)
        .setCampaignName(campaign.getDisplayName())
        .setObjective(campaign.getObjective())
        .setStartDate(campaign.getStartDate())
        .setEndDate(campaign.getEndDate())
        .setTimeZone(campaign.getTimeZone())
        .setCurrencyCode(campaign.getCurrencyCode())
        .setRevenueBase(answers.kpis().revenueBase())
        .addAllSections(sections)
        .build();
  }
}
