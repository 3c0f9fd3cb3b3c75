package dev.tributary.reporting.section;

import dev.tributary.attribution.v1.SummarizeCreditsResponse;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.metrics.v1.KpiRow;
import dev.tributary.metrics.v1.KpiValue;
import dev.tributary.metrics.v1.ListDataFaultsResponse;
import dev.tributary.reporting.peer.CampaignAnswers;
import dev.tributary.reporting.peer.KpiAnswer;
import dev.tributary.reporting.sample.SampleCampaign;
import dev.tributary.type.v1.AsOf;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.ValueState;
import java.util.List;
import java.util.Optional;

/** The sample's answers with something changed. */
final class SampleAnswers {
  private SampleAnswers() {}

  static CampaignAnswers with(CampaignAnswers answers, SummarizeCreditsResponse credits) {
    return new CampaignAnswers(
        answers.campaign(),
        answers.collaborations(),
        answers.creators(),
        answers.posts(),
        answers.definitions(),
        answers.kpis(),
        answers.series(),
        answers.faults(),
        credits,
        answers.orders());
  }

  static CampaignAnswers with(
      CampaignAnswers answers,
      List<Collaboration> collaborations,
      List<Creator> creators,
      List<Post> posts) {
    return new CampaignAnswers(
        answers.campaign(),
        collaborations,
        creators,
        posts,
        answers.definitions(),
        answers.kpis(),
        answers.series(),
        answers.faults(),
        answers.credits(),
        answers.orders());
  }

  /** The sample when the KPIs were computed with a feed some entries behind. */
  static CampaignAnswers behind(AsOf asOf) {
    CampaignAnswers answers = SampleCampaign.answers();
    KpiAnswer kpis = answers.kpis();
    return new CampaignAnswers(
        answers.campaign(),
        answers.collaborations(),
        answers.creators(),
        answers.posts(),
        answers.definitions(),
        new KpiAnswer(
            kpis.kpiIds(),
            kpis.rows(),
            kpis.total(),
            kpis.revenueBase(),
            kpis.currencyCode(),
            List.of(asOf)),
        answers.series(),
        answers.faults(),
        answers.credits(),
        answers.orders());
  }

  /** A campaign that nobody works in yet and that has no targets. */
  static CampaignAnswers empty() {
    CampaignAnswers full = SampleCampaign.answers();
    Campaign campaign = full.campaign().toBuilder().clearTargets().clearAnnotations().build();
    return new CampaignAnswers(
        campaign,
        List.of(),
        List.of(),
        List.of(),
        full.definitions(),
        nothing(full.kpis()),
        List.of(),
        ListDataFaultsResponse.getDefaultInstance(),
        SummarizeCreditsResponse.getDefaultInstance(),
        SummarizeCreditsResponse.getDefaultInstance());
  }

  private static KpiAnswer nothing(KpiAnswer full) {
    MeasuredValue none =
        MeasuredValue.newBuilder()
            .setState(ValueState.VALUE_STATE_NOT_AVAILABLE)
            .setReason("no posts")
            .build();
    KpiRow.Builder total = KpiRow.newBuilder();
    full.kpiIds()
        .forEach(kpiId -> total.addValues(KpiValue.newBuilder().setKpiId(kpiId).setValue(none)));
    return new KpiAnswer(
        full.kpiIds(), List.of(), Optional.of(total.build()), "NET_SALES", "EUR", List.of());
  }
}
