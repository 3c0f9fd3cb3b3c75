package dev.tributary.attribution.conversion;

import com.google.protobuf.FieldMask;
import dev.tributary.attribution.AttributionApp;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.AmendmentResult;
import dev.tributary.attribution.v1.AnalysisServiceGrpc;
import dev.tributary.attribution.v1.AnalysisServiceGrpc.AnalysisServiceBlockingStub;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionNoteKind;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.ConversionResult;
import dev.tributary.attribution.v1.ConversionServiceGrpc;
import dev.tributary.attribution.v1.ConversionServiceGrpc.ConversionServiceBlockingStub;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.CreateLinksRequest;
import dev.tributary.attribution.v1.CreatePromoCodesRequest;
import dev.tributary.attribution.v1.ExplainAttributionRequest;
import dev.tributary.attribution.v1.ExplainAttributionResponse;
import dev.tributary.attribution.v1.GetConversionRequest;
import dev.tributary.attribution.v1.IdentityLink;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.LinkIdentitiesRequest;
import dev.tributary.attribution.v1.LinkIdentitiesResponse;
import dev.tributary.attribution.v1.LinkServiceGrpc;
import dev.tributary.attribution.v1.ListConversionsRequest;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.PutStorefrontsRequest;
import dev.tributary.attribution.v1.RecordAmendmentsRequest;
import dev.tributary.attribution.v1.RecordConversionsRequest;
import dev.tributary.attribution.v1.RecordConversionsResponse;
import dev.tributary.attribution.v1.RecordRefundsRequest;
import dev.tributary.attribution.v1.RecordRefundsResponse;
import dev.tributary.attribution.v1.RecordTouchesRequest;
import dev.tributary.attribution.v1.RecordTouchesResponse;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundResult;
import dev.tributary.attribution.v1.ReleasePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeResponse;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchServiceGrpc;
import dev.tributary.attribution.v1.UpdatePromoCodeRequest;
import dev.tributary.runtime.log.Positions;
import dev.tributary.type.v1.Verdict;
import io.grpc.Channel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A workspace of its own on the running service, and what a test does in it. */
public final class Shop {
  private final String workspace;
  private final Channel channel;

  /** Everything written so far. */
  private Positions written = Positions.empty(AttributionApp.FEED);

  /** A new workspace. */
  public Shop(TestAttribution service) {
    this(service, TestAttribution.newWorkspace());
  }

  /** A workspace that others write to as well. */
  public Shop(TestAttribution service, String workspace) {
    this.workspace = workspace;
    this.channel = service.channel(workspace);
  }

  /** Whose shop it is. */
  public String workspace() {
    return workspace;
  }

  /** The calls about conversions. */
  public ConversionServiceBlockingStub conversions() {
    return ConversionServiceGrpc.newBlockingStub(channel);
  }

  /** The calls for sums. */
  public AnalysisServiceBlockingStub analysis() {
    return AnalysisServiceGrpc.newBlockingStub(channel);
  }

  /** Has codes. */
  public Shop has(PromoCode.Builder... codes) {
    var request = CreatePromoCodesRequest.newBuilder();
    List.of(codes).forEach(request::addPromoCodes);
    accepted(
        PromoCodeServiceGrpc.newBlockingStub(channel)
            .createPromoCodes(request.build())
            .getResultsList());
    return this;
  }

  /** Changes a code. */
  public void changed(PromoCode code, String... paths) {
    PromoCodeServiceGrpc.newBlockingStub(channel)
        .updatePromoCode(
            UpdatePromoCodeRequest.newBuilder()
                .setPromoCode(code)
                .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(paths)))
                .build());
  }

  /** Asks for a use of a code. */
  public ReservePromoCodeResponse reserve(ReservePromoCodeRequest.Builder wish) {
    return PromoCodeServiceGrpc.newBlockingStub(channel).reservePromoCode(wish.build());
  }

  /** Gives a use of a code back. */
  public void release(String code, String orderKey) {
    PromoCodeServiceGrpc.newBlockingStub(channel)
        .releasePromoCode(
            ReleasePromoCodeRequest.newBuilder().setCode(code).setOrderKey(orderKey).build());
  }

  /** Has links. */
  public Shop has(Link.Builder... links) {
    var request = CreateLinksRequest.newBuilder();
    List.of(links).forEach(request::addLinks);
    accepted(
        LinkServiceGrpc.newBlockingStub(channel)
            .createLinks(request.build())
            .getResultsList()
            .stream()
            .map(result -> result.getVerdict())
            .toList());
    return this;
  }

  /** Has a storefront. */
  public Shop has(Storefront.Builder storefront) {
    accepted(
        conversions()
            .putStorefronts(PutStorefrontsRequest.newBuilder().addStorefronts(storefront).build())
            .getResultsList());
    return this;
  }

  /** Was touched. */
  public Shop touched(Touch.Builder... touches) {
    var request = RecordTouchesRequest.newBuilder();
    List.of(touches).forEach(request::addTouches);
    RecordTouchesResponse response =
        TouchServiceGrpc.newBlockingStub(channel).recordTouches(request.build());
    accepted(response.getResultsList());
    wrote(response.getPosition());
    return this;
  }

  /** Became known. */
  public Shop linked(IdentityLink.Builder... links) {
    var request = LinkIdentitiesRequest.newBuilder();
    List.of(links).forEach(request::addIdentityLinks);
    LinkIdentitiesResponse response =
        TouchServiceGrpc.newBlockingStub(channel).linkIdentities(request.build());
    accepted(response.getResultsList());
    wrote(response.getPosition());
    return this;
  }

  /** Records conversions and answers what became of them. */
  public List<ConversionResult> record(Conversion.Builder... conversions) {
    var request = RecordConversionsRequest.newBuilder();
    List.of(conversions).forEach(request::addConversions);
    RecordConversionsResponse response = conversions().recordConversions(request.build());
    wrote(response.getPosition());
    return response.getResultsList();
  }

  /** Gives money back and answers what became of it. */
  public List<RefundResult> refund(Refund.Builder... refunds) {
    var request = RecordRefundsRequest.newBuilder();
    List.of(refunds).forEach(request::addRefunds);
    RecordRefundsResponse response = conversions().recordRefunds(request.build());
    wrote(response.getPosition());
    return response.getResultsList();
  }

  List<AmendmentResult> amend(Amendment.Builder... amendments) {
    var request = RecordAmendmentsRequest.newBuilder();
    List.of(amendments).forEach(request::addAmendments);
    return conversions().recordAmendments(request.build()).getResultsList();
  }

  /** Where everything stands that this shop has written. */
  public Positions written() {
    return written;
  }

  /** The order once the settler has seen everything that this shop has written. */
  public ConversionRecord settled(String orderId) {
    return settled(orderId, written);
  }

  /** The order once the settler has seen everything up to a position. */
  public ConversionRecord settled(String orderId, Positions atLeast) {
    return conversions()
        .withDeadlineAfter(30, TimeUnit.SECONDS)
        .getConversion(
            GetConversionRequest.newBuilder()
                .setOrderId(orderId)
                .addAtLeast(atLeast.encode())
                .build())
        .getConversion();
  }

  /** A conversion of any type once the settler has seen everything that this shop has written. */
  public ConversionRecord settled(ConversionType type, String orderId) {
    return settled(type, orderId, written);
  }

  /** The same once the settler has seen everything up to a position. */
  public ConversionRecord settled(ConversionType type, String orderId, Positions atLeast) {
    return conversions()
        .withDeadlineAfter(30, TimeUnit.SECONDS)
        .getConversion(
            GetConversionRequest.newBuilder()
                .setType(type)
                .setOrderId(orderId)
                .addAtLeast(atLeast.encode())
                .build())
        .getConversion();
  }

  /** Why a conversion of any type is credited as it is. */
  public ExplainAttributionResponse explain(ConversionType type, String orderId) {
    return conversions()
        .explainAttribution(
            ExplainAttributionRequest.newBuilder().setType(type).setOrderId(orderId).build());
  }

  /** The orders with a code over its limit; a thousand at most. */
  public Set<String> flagged() {
    return conversions()
        .listConversions(
            ListConversionsRequest.newBuilder()
                .setNote(ConversionNoteKind.CONVERSION_NOTE_KIND_OVER_LIMIT)
                .setPageSize(1_000)
                .build())
        .getConversionsList()
        .stream()
        .map(each -> each.getConversion().getOrderId())
        .collect(Collectors.toSet());
  }

  ConversionRecord read(String orderId) {
    return conversions()
        .getConversion(GetConversionRequest.newBuilder().setOrderId(orderId).build())
        .getConversion();
  }

  /** Why the order is credited as it is. */
  public ExplainAttributionResponse explain(String orderId) {
    return conversions()
        .explainAttribution(ExplainAttributionRequest.newBuilder().setOrderId(orderId).build());
  }

  /** What became of items, in short. */
  static List<String> statuses(List<ConversionResult> results) {
    return Samples.statuses(results.stream().map(ConversionResult::getVerdict).toList());
  }

  private void wrote(String position) {
    if (!position.isEmpty()) {
      written = written.merge(Positions.decode(position));
    }
  }

  private static void accepted(List<Verdict> verdicts) {
    if (verdicts.stream().anyMatch(Verdict::hasRejection)) {
      throw new AssertionError("refused: " + verdicts);
    }
  }
}
