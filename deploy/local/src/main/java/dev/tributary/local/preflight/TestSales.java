package dev.tributary.local.preflight;

import com.google.common.collect.Lists;
import dev.tributary.attribution.v1.ConversionResult;
import dev.tributary.attribution.v1.ExplainAttributionRequest;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.RecordConversionsRequest;
import dev.tributary.attribution.v1.RecordConversionsResponse;
import dev.tributary.attribution.v1.RecordTouchesRequest;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.local.client.PagedLists;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.WritePositions;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Sends test sales and looks whom they credit. */
public final class TestSales {
  private static final int BATCH = 500;

  private final Peers peers;
  private final PagedLists lists;
  private final String currency;
  private final Supplier<String> ids;
  private final Clock clock;

  /**
   * Sales to a suite.
   *
   * @param currency ISO 4217 code of the orders
   * @param ids makes ids that never were used, such as UUIDs
   */
  public TestSales(Peers peers, String currency, Supplier<String> ids, Clock clock) {
    this.peers = peers;
    this.lists = new PagedLists(peers);
    this.currency = currency;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * One sale for each code that can be used now, and for each link; codes that cannot are named.
   *
   * @param collaborations whose codes and links
   */
  public List<Outcome> run(List<Collaboration> collaborations) {
    Instant now = clock.instant();
    List<Trial> trials = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (Collaboration collaboration : collaborations) {
      for (PromoCode code : lists.codes(collaboration.getCollaborationId())) {
        if (isUsableAt(code, now)) {
          trials.add(Trial.of(collaboration, code, currency, ids.get(), now));
        } else {
          outcomes.add(Outcome.notTested(collaboration, code));
        }
      }
      for (Link link : lists.links(collaboration.getCollaborationId())) {
        trials.add(Trial.of(collaboration, link, currency, ids.get(), now));
      }
    }
    Lists.partition(trials, BATCH).forEach(batch -> outcomes.addAll(sold(batch)));
    return outcomes;
  }

  private List<Outcome> sold(List<Trial> trials) {
    WritePositions written = new WritePositions();
    sendTouches(trials, written);
    RecordConversionsResponse recorded =
        peers
            .conversions()
            .recordConversions(
                RecordConversionsRequest.newBuilder()
                    .addAllConversions(trials.stream().map(Trial::order).toList())
                    .build());
    written.keep(recorded.getPosition());
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      outcomes.add(outcome(trials.get(i), recorded.getResults(i), written));
    }
    return outcomes;
  }

  private void sendTouches(List<Trial> trials, WritePositions written) {
    RecordTouchesRequest.Builder touches = RecordTouchesRequest.newBuilder();
    trials.forEach(trial -> trial.touch().ifPresent(touches::addTouches));
    if (touches.getTouchesCount() > 0) {
      written.keep(peers.touches().recordTouches(touches.build()).getPosition());
    }
  }

  /** As it stands when everything sent was taken into account. */
  private Outcome outcome(Trial trial, ConversionResult result, WritePositions written) {
    if (result.getVerdict().hasRejection()) {
      return Outcome.refused(trial, result.getVerdict().getRejection().getMessage());
    }
    return Outcome.of(
        trial,
        peers
            .conversions()
            .explainAttribution(
                ExplainAttributionRequest.newBuilder()
                    .setStorefrontId(trial.order().getStorefrontId())
                    .setType(trial.order().getType())
                    .setOrderId(trial.order().getOrderId())
                    .addAllAtLeast(written.tokens())
                    .build()));
  }

  private static boolean isUsableAt(PromoCode code, Instant now) {
    boolean hasStarted =
        !code.hasStartTime() || !ProtoTimes.toInstant(code.getStartTime()).isAfter(now);
    boolean hasEnded = code.hasEndTime() && !ProtoTimes.toInstant(code.getEndTime()).isAfter(now);
    return !code.getDisabled() && hasStarted && !hasEnded;
  }
}
