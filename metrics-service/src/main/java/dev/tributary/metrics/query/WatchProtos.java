package dev.tributary.metrics.query;

import dev.tributary.metrics.kpi.KpiDefinition;
import dev.tributary.metrics.v1.CampaignProgress;
import dev.tributary.metrics.v1.WatchCampaignRequest;
import dev.tributary.metrics.v1.WatchCampaignResponse;
import dev.tributary.metrics.watch.KpiProgress;
import dev.tributary.metrics.watch.Progress;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Messages of campaigns that are watched. */
final class WatchProtos {
  private static final int KPIS_MAX = 50;
  private static final Duration INTERVAL_DEFAULT = Duration.ofSeconds(1);
  private static final Duration INTERVAL_MIN = Duration.ofMillis(100);
  private static final Duration INTERVAL_MAX = Duration.ofHours(1);

  private WatchProtos() {}

  /** A question. */
  static WatchQuestion question(String workspace, WatchCampaignRequest request) throws Rejected {
    Requests.requirePositions(request.getAtLeastList());
    Optional<List<KpiDefinition>> kpis =
        request.getKpiIdsCount() == 0
            ? Optional.empty()
            : Optional.of(KpiIds.parse(request.getKpiIdsList(), KPIS_MAX));
    return new WatchQuestion(
        workspace,
        Fields.id("campaign_id", request.getCampaignId()),
        kpis,
        Fields.optionalId("compare_campaign_id", request.getCompareCampaignId()),
        interval(request));
  }

  /** A campaign as it stands. */
  static WatchCampaignResponse toProto(Answer<Progress> answer) {
    Progress progress = answer.content();
    return WatchCampaignResponse.newBuilder()
        .setProgress(
            CampaignProgress.newBuilder()
                .setCampaignId(progress.goal().campaign().campaignId())
                .setDay(progress.day())
                .setDays(progress.goal().days())
                .setCurrencyCode(answer.currency().orElse(""))
                .addAllKpis(progress.kpis().stream().map(WatchProtos::toProto).toList()))
        .addAllAsOf(answer.asOf())
        .build();
  }

  private static dev.tributary.metrics.v1.KpiProgress toProto(KpiProgress kpi) {
    var message =
        dev.tributary.metrics.v1.KpiProgress.newBuilder()
            .setKpiId(kpi.kpiId())
            .setValue(MeasuredProtos.toProto(kpi.value()));
    kpi.target().map(MeasuredProtos::complete).ifPresent(message::setTarget);
    kpi.attainment().ifPresent(message::setAttainmentMillionths);
    kpi.earlier().map(MeasuredProtos::toProto).ifPresent(message::setEarlier);
    kpi.pace().ifPresent(message::setPaceMillionths);
    return message.build();
  }

  private static Duration interval(WatchCampaignRequest request) {
    if (!request.hasMinInterval()) {
      return INTERVAL_DEFAULT;
    }
    com.google.protobuf.Duration given = request.getMinInterval();
    Duration interval = Duration.ofSeconds(given.getSeconds(), given.getNanos());
    if (interval.compareTo(INTERVAL_MIN) < 0 || interval.compareTo(INTERVAL_MAX) > 0) {
      throw ApiException.fieldInvalid(
          "min_interval",
          "%d s and %d ns (expected: 0.1 seconds to one hour)"
              .formatted(given.getSeconds(), given.getNanos()));
    }
    return interval;
  }
}
