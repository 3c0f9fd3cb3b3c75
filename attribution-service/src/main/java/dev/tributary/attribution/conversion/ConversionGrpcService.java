package dev.tributary.attribution.conversion;

import static dev.tributary.runtime.server.Replies.reply;

import dev.tributary.attribution.conversion.OrderWriter.Written;
import dev.tributary.attribution.request.Paging;
import dev.tributary.attribution.request.Requests;
import dev.tributary.attribution.storefront.Storefront;
import dev.tributary.attribution.storefront.StorefrontProtos;
import dev.tributary.attribution.storefront.Storefronts;
import dev.tributary.attribution.v1.AmendmentResult;
import dev.tributary.attribution.v1.ConversionResult;
import dev.tributary.attribution.v1.ConversionServiceGrpc;
import dev.tributary.attribution.v1.ExplainAttributionRequest;
import dev.tributary.attribution.v1.ExplainAttributionResponse;
import dev.tributary.attribution.v1.GetConversionRequest;
import dev.tributary.attribution.v1.GetConversionResponse;
import dev.tributary.attribution.v1.ListConversionsRequest;
import dev.tributary.attribution.v1.ListConversionsResponse;
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
import dev.tributary.attribution.v1.RefundResult;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Batches;
import dev.tributary.runtime.api.ParsedBatch;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Scope;
import dev.tributary.type.v1.Verdict;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The calls about conversions, what happens to them, and the shops they come from. */
public final class ConversionGrpcService extends ConversionServiceGrpc.ConversionServiceImplBase {
  private final ConversionRecorder conversions;
  private final ChangeRecorder changes;
  private final ConversionReader reader;
  private final Storefronts storefronts;
  private final PersonHasher hasher;
  private final Clock clock;

  /**
   * The calls of one database.
   *
   * @param hasher hides persons before anything else sees them
   * @param clock tells what is in the future
   */
  public ConversionGrpcService(
      ConversionRecorder conversions,
      ChangeRecorder changes,
      ConversionReader reader,
      Storefronts storefronts,
      PersonHasher hasher,
      Clock clock) {
    this.conversions = conversions;
    this.changes = changes;
    this.reader = reader;
    this.storefronts = storefronts;
    this.hasher = hasher;
    this.clock = clock;
  }

  @Override
  public void recordConversions(
      RecordConversionsRequest request, StreamObserver<RecordConversionsResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    Batches.check("conversions", request.getConversionsCount());
    Map<String, Storefront> shops =
        storefronts.named(
            caller.workspace(), ConversionProtos.storefrontIds(request.getConversionsList()));
    ConversionProtos protos =
        new ConversionProtos(caller.workspace(), hasher, shops, clock.instant());
    ParsedBatch<Conversion> batch = ParsedBatch.of(request.getConversionsList(), protos::parse);
    Written<List<Verdict>> written =
        conversions.record(caller.workspace(), batch.accepted(), shops);
    List<ConversionResult> results = new ArrayList<>();
    for (int i = 0; i < batch.accepted().size(); i++) {
      ConversionKey key = batch.accepted().get(i).key();
      results.add(ResultProtos.conversion(written.result().get(i), written.order(key)));
    }
    reply(
        out,
        RecordConversionsResponse.newBuilder()
            .addAllResults(batch.results(results, ResultProtos::conversion))
            .setPosition(written.position())
            .build());
  }

  @Override
  public void recordRefunds(
      RecordRefundsRequest request, StreamObserver<RecordRefundsResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    Batches.check("refunds", request.getRefundsCount());
    Instant now = clock.instant();
    ParsedBatch<Refund> batch =
        ParsedBatch.of(request.getRefundsList(), refund -> ChangeProtos.parse(refund, now));
    Written<List<Verdict>> written = changes.record(caller.workspace(), batch.accepted());
    List<RefundResult> results = new ArrayList<>();
    for (int i = 0; i < batch.accepted().size(); i++) {
      Refund refund = batch.accepted().get(i);
      results.add(
          ResultProtos.refund(written.result().get(i), written.order(refund.key()), refund));
    }
    reply(
        out,
        RecordRefundsResponse.newBuilder()
            .addAllResults(batch.results(results, ResultProtos::refund))
            .setPosition(written.position())
            .build());
  }

  @Override
  public void recordAmendments(
      RecordAmendmentsRequest request, StreamObserver<RecordAmendmentsResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    Batches.check("amendments", request.getAmendmentsCount());
    Instant now = clock.instant();
    ParsedBatch<Amendment> batch =
        ParsedBatch.of(
            request.getAmendmentsList(), amendment -> ChangeProtos.parse(amendment, now));
    Written<List<Verdict>> written = changes.record(caller.workspace(), batch.accepted());
    List<AmendmentResult> results = new ArrayList<>();
    for (int i = 0; i < batch.accepted().size(); i++) {
      Amendment amendment = batch.accepted().get(i);
      results.add(
          ResultProtos.amendment(
              written.result().get(i), written.order(amendment.key()), amendment));
    }
    reply(
        out,
        RecordAmendmentsResponse.newBuilder()
            .addAllResults(batch.results(results, ResultProtos::amendment))
            .setPosition(written.position())
            .build());
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
                    request.getStorefrontId(), request.getType(), request.getOrderId()));
    OrderHistory history = reader.find(caller.workspace(), key);
    RecordedConversion recorded = history.conversion().orElseThrow(() -> notFound(key));
    reply(
        out,
        GetConversionResponse.newBuilder()
            .setConversion(ConversionRecordProtos.whole(history, recorded))
            .build());
  }

  @Override
  public void listConversions(
      ListConversionsRequest request, StreamObserver<ListConversionsResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    ConversionFilter filter = Requests.field(() -> ConversionFilterProtos.parse(request));
    Paging paging = ConversionFilterProtos.paging(request);
    List<RecordedConversion> rows =
        reader.page(
            caller.workspace(), filter, ConversionFilterProtos.after(paging), paging.limit());
    reply(
        out,
        ListConversionsResponse.newBuilder()
            .addAllConversions(
                paging.items(rows).stream().map(ConversionRecordProtos::inList).toList())
            .setNextPageToken(paging.nextToken(rows, ConversionFilterProtos::key))
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
                    request.getStorefrontId(), request.getType(), request.getOrderId()));
    Explanation explanation =
        reader.explain(caller.workspace(), key).orElseThrow(() -> notFound(key));
    reply(out, ExplanationProtos.toProto(explanation));
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
    Paging paging =
        Paging.of(
            request.getPageSize(),
            request.getPageToken(),
            request.toBuilder().clearPageSize().clearPageToken().build(),
            1);
    List<Storefront> rows = storefronts.page(caller.workspace(), paging.afterId(), paging.limit());
    reply(
        out,
        ListStorefrontsResponse.newBuilder()
            .addAllStorefronts(paging.items(rows).stream().map(StorefrontProtos::toProto).toList())
            .setNextPageToken(
                paging.nextToken(rows, storefront -> List.of(storefront.storefrontId())))
            .build());
  }

  private static ApiException notFound(ConversionKey key) {
    return ApiException.notFound("conversion", key.orderId());
  }
}
