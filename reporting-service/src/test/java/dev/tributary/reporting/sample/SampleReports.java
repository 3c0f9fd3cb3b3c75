package dev.tributary.reporting.sample;

import dev.tributary.reporting.peer.CampaignAnswers;
import dev.tributary.reporting.section.ReportAssembly;
import dev.tributary.reporting.v1.Report;
import dev.tributary.reporting.v1.ReportContent;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.Objective;

/** Reports on the sample. */
public final class SampleReports {
  private SampleReports() {}

  /** The report on the campaign as it is: to sell. */
  public static ReportContent sales() {
    return of(Objective.OBJECTIVE_SALES);
  }

  /** The report on the campaign with another objective. */
  public static ReportContent of(Objective objective) {
    return of(SampleCampaign.answers(objective));
  }

  /** The report made of answers. */
  public static ReportContent of(CampaignAnswers answers) {
    Report head =
        Report.newBuilder()
            .setReportId("spring-serum-week-5")
            .setCampaignId(SampleCampaign.ID)
            .setTitle("Spring serum launch: week 5")
            .setCreateTime(ProtoTimes.toProto(SampleCampaign.CREATED))
            .addAllAsOf(answers.kpis().asOf())
            .build();
    return ReportAssembly.assemble(head, answers, SampleCampaign.CREATED);
  }
}
