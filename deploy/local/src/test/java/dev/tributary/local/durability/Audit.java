package dev.tributary.local.durability;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import dev.tributary.attribution.v1.AnalysisServiceGrpc;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.ConversionServiceGrpc;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.CreditGrouping;
import dev.tributary.attribution.v1.GetConversionRequest;
import dev.tributary.attribution.v1.GetConversionResponse;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.ingestion.v1.ListObservationsRequest;
import dev.tributary.ingestion.v1.ListObservationsResponse;
import dev.tributary.ingestion.v1.ObservationServiceGrpc;
import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Looks for what was acknowledged, by every way that a caller has.
 *
 * @param client of the service that took it
 */
record Audit(Client client) {
  private static final int CALLS_AT_ONCE = 50;
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

  /**
   * All touches, orders and refunds of the batches were acknowledged and are there once.
   *
   * @return where the feed ends
   */
  String requireSales(Set<String> acknowledged, List<Batch> batches) {
    assertThat(acknowledged).isEqualTo(ids(batches));
    requireKnown(batches);
    Feeds.Content feed = Feeds.attribution(client.channel());
    requireOnce(acknowledged, feed);
    assertThat(readSales(acknowledged))
        .containsExactlyInAnyOrderElementsOf(
            acknowledged.stream().filter(id -> Ids.isConversion(id) || Ids.isRefund(id)).toList());
    return feed.position();
  }

  /**
   * All observations of the batches were acknowledged and are there once.
   *
   * @return where the feed ends
   */
  String requireCounts(Set<String> acknowledged, List<Batch> batches) {
    assertThat(acknowledged).isEqualTo(ids(batches));
    requireKnown(batches);
    Feeds.Content feed = Feeds.ingestion(client.channel());
    requireOnce(acknowledged, feed);
    assertThat(readCounts()).containsExactlyInAnyOrderElementsOf(acknowledged);
    return feed.position();
  }

  /** Each id stands in the feed once, as does everything else. */
  private static void requireOnce(Set<String> acknowledged, Feeds.Content feed) {
    Map<String, Long> times = feed.ids().stream().collect(groupingBy(id -> id, counting()));
    Set<String> wanted =
        acknowledged.stream().filter(id -> !Ids.isRefund(id)).collect(Collectors.toSet());
    assertThat(times.keySet()).containsAll(wanted);
    assertThat(times.values()).allMatch(count -> count == 1);
  }

  /** All of it is known when it is sent again. */
  private void requireKnown(List<Batch> batches) {
    for (List<Batch> part : Lists.partition(batches, CALLS_AT_ONCE)) {
      List<CompletableFuture<List<Verdict>>> calls =
          part.stream().map(batch -> batch.call().send(client)).toList();
      calls.forEach(
          call ->
              assertThat(call.join())
                  .extracting(Verdict::getStatus)
                  .containsOnly(VerdictStatus.VERDICT_STATUS_ALREADY_RECORDED));
    }
  }

  /** Orders and refunds as they are read one by one; each refund once. */
  private List<String> readSales(Set<String> acknowledged) {
    List<String> orders =
        acknowledged.stream().filter(Ids::isConversion).map(Ids::orderOf).toList();
    List<String> ids = new ArrayList<>();
    for (List<String> part : Lists.partition(orders, CALLS_AT_ONCE)) {
      List<CompletableFuture<ConversionRecord>> calls = part.stream().map(this::read).toList();
      for (CompletableFuture<ConversionRecord> call : calls) {
        ConversionRecord order = call.join();
        String orderId = order.getConversion().getOrderId();
        ids.add(Ids.conversion(orderId));
        order
            .getRefundsList()
            .forEach(one -> ids.add(Ids.refund(orderId, one.getRefund().getRefundId())));
      }
    }
    return ids;
  }

  /** Observations as they are listed post by post. */
  private List<String> readCounts() {
    var observations = ObservationServiceGrpc.newBlockingStub(client.channel());
    List<String> ids = new ArrayList<>();
    for (int post = 0; post < Counts.POSTS; post++) {
      String token = "";
      do {
        ListObservationsResponse page =
            observations.listObservations(
                ListObservationsRequest.newBuilder()
                    .setPostId(Counts.postId(post))
                    .setPageSize(1_000)
                    .setPageToken(token)
                    .build());
        page.getObservationsList().forEach(one -> ids.add(Ids.observation(one.getObservationId())));
        token = page.getNextPageToken();
      } while (!token.isEmpty());
    }
    return ids;
  }

  /**
   * Credits by creator, and what orders add up to, when the settler has seen all that the feed
   * holds and added nothing to it.
   */
  String sumsAtRest() {
    String end = Feeds.attribution(client.channel()).position();
    String before = "";
    String sums = "";
    while (!end.equals(before)) {
      sums = sumsAt(end);
      before = end;
      end = Feeds.attribution(client.channel()).position();
    }
    return sums;
  }

  private String sumsAt(String position) {
    return AnalysisServiceGrpc.newBlockingStub(client.channel())
        .withDeadlineAfter(SETTLED_WITHIN.toSeconds(), TimeUnit.SECONDS)
        .summarizeCredits(
            SummarizeCreditsRequest.newBuilder()
                .setGroupBy(CreditGrouping.CREDIT_GROUPING_CREATOR)
                .addAtLeast(position)
                .build())
        .toBuilder()
        .clearAsOf()
        .build()
        .toString();
  }

  private CompletableFuture<ConversionRecord> read(String orderId) {
    Answer<GetConversionResponse> answer = new Answer<>();
    ConversionServiceGrpc.newStub(client.channel())
        .getConversion(
            GetConversionRequest.newBuilder()
                .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
                .setOrderId(orderId)
                .build(),
            answer);
    return answer.thenApply(GetConversionResponse::getConversion);
  }

  private static Set<String> ids(List<Batch> batches) {
    return batches.stream().flatMap(batch -> batch.ids().stream()).collect(Collectors.toSet());
  }
}
