package dev.tributary.metrics.query;

import static dev.tributary.metrics.testing.Attributed.byLink;
import static dev.tributary.metrics.testing.Attributed.link;
import static dev.tributary.metrics.testing.Attributed.order;
import static dev.tributary.metrics.testing.Attributed.owner;
import static dev.tributary.metrics.testing.Ingested.collaboration;
import static dev.tributary.metrics.testing.Ingested.cost;
import static dev.tributary.metrics.testing.Ingested.countTarget;
import static dev.tributary.metrics.testing.Ingested.creator;
import static dev.tributary.metrics.testing.Ingested.ratioTarget;
import static dev.tributary.metrics.testing.Ingested.sellingCampaign;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.ingestion.v1.FeedEntry;
import dev.tributary.metrics.v1.CampaignProgress;
import dev.tributary.metrics.v1.KpiProgress;
import dev.tributary.metrics.v1.WatchCampaignRequest;
import dev.tributary.metrics.v1.WatchCampaignResponse;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.Context;
import java.util.Iterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A campaign watched, from both feeds to the stream. The service's clock stands at the start of
 * June 2026 in UTC, two hours into it in Stockholm.
 */
class WatchCampaignTest {
  private static final Owner ANNA = owner("anna-spring", "anna", "spring");
  private static final Owner BO = owner("bo-autumn", "bo", "autumn");

  private final RunningMetrics metrics = new RunningMetrics();
  private final Context.CancellableContext stream = Context.current().withCancellation();

  @AfterEach
  void close() {
    stream.cancel(null);
    metrics.close();
  }

  @Test
  void values_come_with_their_targets_and_again_when_they_differ() {
    spring();
    metrics.write(order("1", 1, "2026-05-04T11:30:00Z", byLink(ANNA, 150_000)));
    Iterator<WatchCampaignResponse> states = watch(request());
    CampaignProgress first = next(states);
    assertThat(first.getCampaignId()).isEqualTo("spring");
    assertThat(first.getDay()).isEqualTo(32);
    assertThat(first.getDays()).isEqualTo(31);
    assertThat(first.getCurrencyCode()).isEqualTo("EUR");
    assertThat(first.getKpisList())
        .extracting(KpiProgress::getKpiId)
        .containsExactly(
            "conversions", "revenue", "roas", "roi", "cpa", "clicks", "ctr", "cvr_click", "aov");
    assertThat(kpi(first, "roas").getTarget().getRatio().getNumerator()).isEqualTo(4_000_000);
    assertThat(kpi(first, "roas").getAttainmentMillionths()).isEqualTo(750_000);
    assertThat(kpi(first, "clicks").getAttainmentMillionths()).isEqualTo(0);
    assertThat(kpi(first, "aov").hasTarget()).isFalse();
    assertThat(kpi(first, "aov").hasEarlier()).isFalse();

    metrics.write(order("2", 1, "2026-05-05T11:30:00Z", byLink(ANNA, 50_000)));
    assertThat(kpi(next(states), "roas").getAttainmentMillionths()).isEqualTo(1_000_000);
  }

  @Test
  void an_earlier_campaign_counts_as_it_was_at_the_same_age() {
    spring();
    metrics.write(order("1", 1, "2026-05-04T11:30:00Z", byLink(ANNA, 150_000)));
    FeedEntry.Builder autumn = sellingCampaign("autumn", 1).toBuilder();
    autumn.getCampaignBuilder().setStartDate("2025-10-01").setEndDate("2025-12-31");
    metrics.write(autumn.build());
    metrics.write(creator("bo", 1));
    metrics.write(collaboration("bo-autumn", 1, "autumn", "bo"));
    metrics.write(link("bo-bio", BO));
    metrics.write(cost("bo-fee", "2025-09-01T12:00:00Z", "bo-autumn", "", 100_000));
    // May has 31 days: the last order came when autumn was older than spring is.
    metrics.write(order("a", 1, "2025-10-02T10:00:00Z", byLink(BO, 100_000)));
    metrics.write(order("b", 1, "2025-11-15T10:00:00Z", byLink(BO, 900_000)));
    CampaignProgress state =
        next(
            watch(
                request()
                    .setCompareCampaignId("autumn")
                    .addKpiIds("revenue")
                    .addKpiIds("roas")
                    .addKpiIds("follower_growth")));
    assertThat(kpi(state, "revenue").getEarlier().getMoney().getMinorUnits()).isEqualTo(100_000);
    assertThat(kpi(state, "revenue").getPaceMillionths()).isEqualTo(1_500_000);
    assertThat(kpi(state, "roas").getPaceMillionths()).isEqualTo(3_000_000);
    assertThat(kpi(state, "follower_growth").hasPaceMillionths()).isFalse();
  }

  @Test
  void who_cannot_be_watched_is_said_at_once() {
    spring();
    assertThat(reasonOf(failureOf(() -> next(watch(request().setCampaignId("summer"))))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(reasonOf(failureOf(() -> next(watch(request().setCompareCampaignId("summer"))))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(fieldsOf(failureOf(() -> next(watch(request().addKpiIds("magic"))))))
        .containsExactly("kpi_ids[0]");
    assertThat(
            fieldsOf(
                failureOf(
                    () ->
                        next(watch(request().setMinInterval(Duration.newBuilder().setNanos(1)))))))
        .containsExactly("min_interval");
  }

  private void spring() {
    metrics.write(
        sellingCampaign("spring", 1, ratioTarget("roas", 4_000_000), countTarget("clicks", 1_000)));
    metrics.write(creator("anna", 1));
    metrics.write(collaboration("anna-spring", 1, "spring", "anna"));
    metrics.write(link("bio", ANNA));
    metrics.write(cost("fee", "2026-05-01T12:00:00Z", "anna-spring", "", 50_000));
  }

  private WatchCampaignRequest.Builder request() {
    return WatchCampaignRequest.newBuilder()
        .setCampaignId("spring")
        .setMinInterval(Duration.newBuilder().setNanos(100_000_000))
        .addAllAtLeast(metrics.positions());
  }

  private Iterator<WatchCampaignResponse> watch(WatchCampaignRequest.Builder request) {
    Context before = stream.attach();
    try {
      return metrics.kpis().watchCampaign(request.build());
    } finally {
      stream.detach(before);
    }
  }

  /** The next state, whatever beats before it. */
  private static CampaignProgress next(Iterator<WatchCampaignResponse> states) {
    WatchCampaignResponse state = states.next();
    while (!state.hasProgress()) {
      state = states.next();
    }
    return state.getProgress();
  }

  private static KpiProgress kpi(CampaignProgress progress, String id) {
    return progress.getKpisList().stream()
        .filter(kpi -> kpi.getKpiId().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
