package dev.tributary.attribution.conversion;

import static dev.tributary.runtime.server.Replies.reply;
import static dev.tributary.runtime.server.Replies.replyWhenDone;

import dev.tributary.attribution.goal.Goal;
import dev.tributary.attribution.goal.GoalProtos;
import dev.tributary.attribution.request.Paging;
import dev.tributary.attribution.request.Requests;
import dev.tributary.attribution.storefront.Storefront;
import dev.tributary.attribution.storefront.StorefrontProtos;
import dev.tributary.attribution.storefront.Storefronts;
import dev.tributary.attribution.v1.ConversionServiceGrpc;
import dev.tributary.attribution.v1.ExplainAttributionRequest;
import dev.tributary.attribution.v1.ExplainAttributionResponse;
import dev.tributary.attribution.v1.GetConversionRequest;
import dev.tributary.attribution.v1.GetConversionResponse;
import dev.tributary.attribution.v1.ListConversionTypesRequest;
import dev.tributary.attribution.v1.ListConversionTypesResponse;
import dev.tributary.attribution.v1.ListConversionsRequest;
import dev.tributary.attribution.v1.ListConversionsResponse;
import dev.tributary.attribution.v1.ListHeldRefundsRequest;
import dev.tributary.attribution.v1.ListHeldRefundsResponse;
import dev.tributary.attribution.v1.ListStorefrontsRequest;
import dev.tributary.attribution.v1.ListStorefrontsResponse;
import dev.tributary.attribution.v1.PutStorefrontsRequest;
import dev.tributary.attribution.v1.PutStorefrontsResponse;
import dev.tributary.attribution.v1.RecordAmendmentsRequest;
import dev.tributary.attribution.v1.RecordAmendmentsResponse;
import dev.tributary.attribution.v1.RecordConversionsRequest;
import dev.tributary.attribution.v1.RecordConversionsResponse;
import dev.tributary.attribution.v1.RecordRefundsRequest;
import dev.tributary.attribution.v1.RecordRefundsResponse;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Batches;
import dev.tributary.runtime.api.ParsedBatch;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.runtime.feed.Freshness;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Scope;
import dev.tributary.type.v1.AsOf;
import dev.tributary.type.v1.Verdict;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calls about conversions, what happens to them, and the shops they come from. */
public final class ConversionGrpcService extends ConversionServiceGrpc.ConversionServiceImplBase {
  /** Methods that run on the network's threads: they parse, queue, and wait for nothing. */
  public static final Set<String> HOT_METHODS =
      Set.of(
          ConversionServiceGrpc.getRecordConversionsMethod().getFullMethodName(),
          ConversionServiceGrpc.getRecordRefundsMethod().getFullMethodName(),
          ConversionServiceGrpc.getRecordAmendmentsMethod().getFullMethodName());

  private final OrderIntake orders;
  private final ConversionReader reader;
  private final HeldRefunds heldRefunds;
  private final Storefronts storefronts;
  private final PersonHasher hasher;
  private final Freshness settled;
  private final Clock clock;

  /**
   * The calls of one database.
   *
   * @param hasher hides persons before anything else sees them
   * @param settled how far the settler has come
   * @param clock tells what is in the future
   */
  public ConversionGrpcService(
      OrderIntake orders,
      ConversionReader reader,
      HeldRefunds heldRefunds,
      Storefronts storefronts,
      PersonHasher hasher,
      Freshness settled,
      Clock clock) {
    this.orders = orders;
    this.reader = reader;
    this.heldRefunds = heldRefunds;
    this.storefronts = storefronts;
    this.hasher = hasher;
    this.settled = settled;
    this.clock = clock;
  }

  @Override
  public void recordConversions(
      RecordConversionsRequest request, StreamObserver<RecordConversionsResponse> out) {
    String workspace = writingTo("conversions", request.getConversionsCount());
    ConversionProtos protos = new ConversionProtos(workspace, hasher, clock.instant());
    ParsedBatch<SentConversion> batch = ParsedBatch.of(request.getConversionsList(), protos::parse);
    replyWhenDone(
        orders
            .record(workspace, batch, request.getSerializedSize())
            .thenApply(
                answer ->
                    ResultProtos.conversions(batch, answer, orders.position(answer.results()))),
        out);
  }

  @Override
  public void recordRefunds(
      RecordRefundsRequest request, StreamObserver<RecordRefundsResponse> out) {
    String workspace = writingTo("refunds", request.getRefundsCount());
    Instant now = clock.instant();
    ParsedBatch<SentChange> batch =
        ParsedBatch.of(
            request.getRefundsList(),
            refund -> SentChange.of(workspace, ChangeProtos.parse(refund, now)));
    replyWhenDone(
        orders
            .record(workspace, batch, request.getSerializedSize())
            .thenApply(
                answer -> ResultProtos.refunds(batch, answer, orders.position(answer.results()))),
        out);
  }

  @Override
  public void recordAmendments(
      RecordAmendmentsRequest request, StreamObserver<RecordAmendmentsResponse> out) {
    String workspace = writingTo("amendments", request.getAmendmentsCount());
    Instant now = clock.instant();
    ParsedBatch<SentChange> batch =
        ParsedBatch.of(
            request.getAmendmentsList(),
            amendment -> SentChange.of(workspace, ChangeProtos.parse(amendment, now)));
    replyWhenDone(
        orders
            .record(workspace, batch, request.getSerializedSize())
            .thenApply(
                answer ->
                    ResultProtos.amendments(batch, answer, orders.position(answer.results()))),
        out);
  }

  @Override
  public void getConversion(
      GetConversionRequest request, StreamObserver<GetConversionResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    ConversionKey key =
        Requests.field(
            () ->
                ConversionTypeProtos.keyOfRequest(
                    request.getStorefrontId(),
                    request.getType(),
                    request.getCustomType(),
                    request.getOrderId()));
    settled.serve(
        Requests.positions(request.getAtLeastList()),
        out,
        () -> {
          List<AsOf> asOf = settled.asOf();
          OrderHistory history = reader.find(caller.workspace(), key);
          RecordedConversion recorded = history.conversion().orElseThrow(() -> notFound(key));
          return GetConversionResponse.newBuilder()
              .setConversion(ConversionRecordProtos.whole(history, recorded))
              .addAllAsOf(asOf)
              .build();
        });
  }

  @Override
  public void listConversions(
      ListConversionsRequest request, StreamObserver<ListConversionsResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    ConversionFilter filter = Requests.field(() -> ConversionFilterProtos.parse(request));
    Paging paging = ConversionFilterProtos.paging(request);
    Optional<Place> after = ConversionFilterProtos.after(paging);
    settled.serve(
        Requests.positions(request.getAtLeastList()),
        out,
        () -> {
          List<AsOf> asOf = settled.asOf();
          List<RecordedConversion> rows =
              reader.page(caller.workspace(), filter, after, paging.limit());
          return ListConversionsResponse.newBuilder()
              .addAllConversions(
                  paging.items(rows).stream().map(ConversionRecordProtos::inList).toList())
              .setNextPageToken(paging.nextToken(rows, ConversionFilterProtos::key))
              .addAllAsOf(asOf)
              .build();
        });
  }

  @Override
  public void listHeldRefunds(
      ListHeldRefundsRequest request, StreamObserver<ListHeldRefundsResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    HeldFilter filter = Requests.field(() -> HeldRefundProtos.parse(request));
    Paging paging = HeldRefundProtos.paging(request);
    List<HeldRefund> rows =
        heldRefunds.page(
            caller.workspace(), filter, HeldRefundProtos.after(paging), paging.limit());
    reply(
        out,
        ListHeldRefundsResponse.newBuilder()
            .addAllRefunds(paging.items(rows).stream().map(HeldRefundProtos::toProto).toList())
            .setNextPageToken(paging.nextToken(rows, HeldRefundProtos::key))
            .build());
  }

  @Override
  public void explainAttribution(
      ExplainAttributionRequest request, StreamObserver<ExplainAttributionResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    ConversionKey key =
        Requests.field(
            () ->
                ConversionTypeProtos.keyOfRequest(
                    request.getStorefrontId(),
                    request.getType(),
                    request.getCustomType(),
                    request.getOrderId()));
    settled.serve(
        Requests.positions(request.getAtLeastList()),
        out,
        () -> {
          List<AsOf> asOf = settled.asOf();
          Explanation explanation =
              reader.explain(caller.workspace(), key).orElseThrow(() -> notFound(key));
          return ExplanationProtos.toProto(explanation).toBuilder().addAllAsOf(asOf).build();
        });
  }

  @Override
  public void listConversionTypes(
      ListConversionTypesRequest request, StreamObserver<ListConversionTypesResponse> out) {
    Caller.current().require(Scope.READ);
    reply(
        out,
        ListConversionTypesResponse.newBuilder()
            .addAllTypes(Arrays.stream(Goal.values()).map(GoalProtos::info).toList())
            .build());
  }

  @Override
  public void putStorefronts(
      PutStorefrontsRequest request, StreamObserver<PutStorefrontsResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    Batches.check("storefronts", request.getStorefrontsCount());
    ParsedBatch<Storefront> batch =
        ParsedBatch.of(request.getStorefrontsList(), StorefrontProtos::parse);
    List<Verdict> verdicts = storefronts.put(caller.workspace(), batch.accepted());
    reply(
        out,
        PutStorefrontsResponse.newBuilder()
            .addAllResults(batch.results(verdicts, Verdicts::rejected))
            .build());
  }

  @Override
  public void listStorefronts(
      ListStorefrontsRequest request, StreamObserver<ListStorefrontsResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    Paging paging = Paging.of(request, 1);
    List<Storefront> rows = storefronts.page(caller.workspace(), paging.afterId(), paging.limit());
    reply(
        out,
        ListStorefrontsResponse.newBuilder()
            .addAllStorefronts(paging.items(rows).stream().map(StorefrontProtos::toProto).toList())
            .setNextPageToken(
                paging.nextToken(rows, storefront -> List.of(storefront.storefrontId())))
            .build());
  }

  /** The workspace of a caller that may write a batch of this size. */
  private static String writingTo(String field, int count) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    Batches.check(field, count);
    return caller.workspace();
  }

  private static ApiException notFound(ConversionKey key) {
    return ApiException.notFound("conversion", key.orderId());
  }
}
