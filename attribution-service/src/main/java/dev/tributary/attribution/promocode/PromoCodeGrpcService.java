package dev.tributary.attribution.promocode;

import static dev.tributary.runtime.server.Replies.reply;
import static dev.tributary.runtime.server.Replies.replyWhenDone;

import dev.tributary.attribution.batch.Recording;
import dev.tributary.attribution.request.Paging;
import dev.tributary.attribution.request.Requests;
import dev.tributary.attribution.v1.CheckPromoCodeRequest;
import dev.tributary.attribution.v1.CheckPromoCodeResponse;
import dev.tributary.attribution.v1.CreatePromoCodesRequest;
import dev.tributary.attribution.v1.CreatePromoCodesResponse;
import dev.tributary.attribution.v1.GetPromoCodeRequest;
import dev.tributary.attribution.v1.GetPromoCodeResponse;
import dev.tributary.attribution.v1.ListPromoCodesRequest;
import dev.tributary.attribution.v1.ListPromoCodesResponse;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.ReleasePromoCodeRequest;
import dev.tributary.attribution.v1.ReleasePromoCodeResponse;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeResponse;
import dev.tributary.attribution.v1.ReviewPromoCodeRequest;
import dev.tributary.attribution.v1.ReviewPromoCodeResponse;
import dev.tributary.attribution.v1.RotatePromoCodesRequest;
import dev.tributary.attribution.v1.RotatePromoCodesResponse;
import dev.tributary.attribution.v1.SuggestPromoCodesRequest;
import dev.tributary.attribution.v1.SuggestPromoCodesResponse;
import dev.tributary.attribution.v1.UpdatePromoCodeRequest;
import dev.tributary.attribution.v1.UpdatePromoCodeResponse;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Batches;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.ParsedBatch;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Scope;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calls about promo codes. */
public final class PromoCodeGrpcService extends PromoCodeServiceGrpc.PromoCodeServiceImplBase {
  /** What checkouts wait for; these calls never block. */
  public static final Set<String> HOT_METHODS =
      Set.of(
          PromoCodeServiceGrpc.getCheckPromoCodeMethod().getFullMethodName(),
          PromoCodeServiceGrpc.getReservePromoCodeMethod().getFullMethodName(),
          PromoCodeServiceGrpc.getReleasePromoCodeMethod().getFullMethodName());

  private static final int ROTATIONS_MAX = 100;

  private final PromoCodes codes;
  private final PromoCodeLog log;
  private final CodeAdvice advice;
  private final CheckoutCodes checkouts;
  private final CodeRotations rotations;
  private final Clock clock;

  /**
   * The calls of one database.
   *
   * @param checkouts answers what must not wait
   * @param clock tells the moment that a proposed code is reviewed at
   */
  public PromoCodeGrpcService(
      PromoCodes codes,
      PromoCodeLog log,
      CodeAdvice advice,
      CheckoutCodes checkouts,
      CodeRotations rotations,
      Clock clock) {
    this.codes = codes;
    this.log = log;
    this.advice = advice;
    this.checkouts = checkouts;
    this.rotations = rotations;
    this.clock = clock;
  }

  @Override
  public void createPromoCodes(
      CreatePromoCodesRequest request, StreamObserver<CreatePromoCodesResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    Batches.check("promo_codes", request.getPromoCodesCount());
    ParsedBatch<NewPromoCode> batch =
        ParsedBatch.of(request.getPromoCodesList(), PromoCodeProtos::parse);
    Recording recording = log.create(caller.workspace(), batch.accepted());
    reply(
        out,
        CreatePromoCodesResponse.newBuilder()
            .addAllResults(batch.results(recording.verdicts(), Verdicts::rejected))
            .setPosition(recording.position())
            .build());
  }

  @Override
  public void getPromoCode(GetPromoCodeRequest request, StreamObserver<GetPromoCodeResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    String codeId = Requests.field(() -> Fields.id("code_id", request.getCodeId()));
    PromoCode code =
        codes
            .find(caller.workspace(), codeId)
            .orElseThrow(() -> ApiException.notFound("promo_code", codeId));
    reply(
        out, GetPromoCodeResponse.newBuilder().setPromoCode(PromoCodeProtos.toProto(code)).build());
  }

  @Override
  public void listPromoCodes(
      ListPromoCodesRequest request, StreamObserver<ListPromoCodesResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    Optional<String> collaborationId =
        Requests.field(() -> Fields.optionalId("collaboration_id", request.getCollaborationId()));
    Paging paging = Paging.of(request, 1);
    List<PromoCode> rows =
        codes.page(caller.workspace(), collaborationId, paging.afterId(), paging.limit());
    reply(
        out,
        ListPromoCodesResponse.newBuilder()
            .addAllPromoCodes(paging.items(rows).stream().map(PromoCodeProtos::toProto).toList())
            .setNextPageToken(paging.nextToken(rows, code -> List.of(code.codeId())))
            .build());
  }

  @Override
  public void updatePromoCode(
      UpdatePromoCodeRequest request, StreamObserver<UpdatePromoCodeResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    PromoCodeChange change = Requests.field(() -> PromoCodeChangeProtos.parse(request));
    PromoCodeLog.Changed changed = log.change(caller.workspace(), change);
    reply(
        out,
        UpdatePromoCodeResponse.newBuilder()
            .setPromoCode(PromoCodeProtos.toProto(changed.code()))
            .setPosition(changed.position())
            .build());
  }

  @Override
  public void rotatePromoCodes(
      RotatePromoCodesRequest request, StreamObserver<RotatePromoCodesResponse> out) {
    Caller caller = Caller.current();
    caller.require(request.getValidateOnly() ? Scope.READ : Scope.WRITE);
    if (request.getRotationsCount() == 0 || request.getRotationsCount() > ROTATIONS_MAX) {
      throw ApiException.batchSize("rotations", request.getRotationsCount(), ROTATIONS_MAX);
    }
    CodeRotation rotation = Requests.field(() -> CodeRotationProtos.parse(request));
    reply(
        out,
        CodeRotationProtos.toProto(
            request.getValidateOnly()
                ? rotations.preview(caller.workspace(), rotation)
                : rotations.rotate(caller.workspace(), rotation)));
  }

  @Override
  public void checkPromoCode(
      CheckPromoCodeRequest request, StreamObserver<CheckPromoCodeResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    replyWhenDone(checkouts.check(caller.workspace(), request), out);
  }

  @Override
  public void reservePromoCode(
      ReservePromoCodeRequest request, StreamObserver<ReservePromoCodeResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    replyWhenDone(checkouts.reserve(caller.workspace(), request), out);
  }

  @Override
  public void releasePromoCode(
      ReleasePromoCodeRequest request, StreamObserver<ReleasePromoCodeResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.WRITE);
    replyWhenDone(checkouts.release(caller.workspace(), request), out);
  }

  @Override
  public void suggestPromoCodes(
      SuggestPromoCodesRequest request, StreamObserver<SuggestPromoCodesResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    Batches.check("wishes", request.getWishesCount());
    String storefrontId = storefrontId(request.getStorefrontId());
    List<CodeWish> wishes = Requests.field(() -> CodeAdviceProtos.wishes(request));
    int countMax = Requests.field(() -> CodeAdviceProtos.countMax(request));
    List<List<String>> codes = advice.suggest(caller.workspace(), storefrontId, wishes, countMax);
    reply(out, CodeAdviceProtos.toProto(wishes, codes));
  }

  @Override
  public void reviewPromoCode(
      ReviewPromoCodeRequest request, StreamObserver<ReviewPromoCodeResponse> out) {
    Caller caller = Caller.current();
    caller.require(Scope.READ);
    String code = Requests.field(() -> CodeAdviceProtos.proposed(request.getCode()));
    String storefrontId = storefrontId(request.getStorefrontId());
    String discount =
        Requests.field(() -> CodeAdviceProtos.discount("discount", request.getDiscount()));
    Optional<String> creatorId =
        Requests.field(() -> Fields.optionalId("creator_id", request.getCreatorId()));
    List<Finding> findings =
        advice.review(caller.workspace(), storefrontId, code, discount, creatorId, clock.instant());
    reply(out, CodeAdviceProtos.toProto(findings));
  }

  private static String storefrontId(String given) {
    return Requests.field(() -> PromoCodeProtos.storefrontId(given));
  }
}
