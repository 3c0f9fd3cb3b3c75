package dev.tributary.attribution.promocode;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.tributary.attribution.request.Requests;
import dev.tributary.attribution.v1.CheckPromoCodeRequest;
import dev.tributary.attribution.v1.CheckPromoCodeResponse;
import dev.tributary.attribution.v1.ReleasePromoCodeRequest;
import dev.tributary.attribution.v1.ReleasePromoCodeResponse;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeResponse;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.type.v1.ErrorReason;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What checkouts ask about a code that a customer typed. Nothing here blocks, so that ten thousand
 * customers with one code wait for the database and not for each other. Thread-safe.
 */
public final class CheckoutCodes {
  private final ReservedCodes codes;
  private final Reservations reservations;
  private final PersonHasher hasher;
  private final Clock clock;

  /**
   * The checkouts of one database.
   *
   * @param codes tells which code is meant
   * @param hasher hides customers before anything else sees them
   * @param clock tells the moment of the call
   */
  public CheckoutCodes(
      ReservedCodes codes, Reservations reservations, PersonHasher hasher, Clock clock) {
    this.codes = codes;
    this.reservations = reservations;
    this.hasher = hasher;
    this.clock = clock;
  }

  /** Whether the code is valid at a time, now if none is named. */
  CompletableFuture<CheckPromoCodeResponse> check(String workspace, CheckPromoCodeRequest request) {
    Instant time =
        Requests.field(() -> Fields.optionalTime("time", request.hasTime(), request.getTime()))
            .orElseGet(clock::instant);
    return codes
        .toCheck(workspace, storefrontId(request.getStorefrontId()), typed(request.getCode()), time)
        .thenApply(found -> found.map(code -> checked(code, time)).orElse(unknown()));
  }

  /** Holds a use of the code for an order; see {@link Reservations}. */
  CompletableFuture<ReservePromoCodeResponse> reserve(
      String workspace, ReservePromoCodeRequest request) {
    ReservationWish wish =
        Requests.field(() -> ReservationProtos.parse(workspace, hasher, request));
    return codes
        .toReserve(
            workspace,
            storefrontId(request.getStorefrontId()),
            typed(request.getCode()),
            wish.orderKey(),
            clock.instant())
        .thenCompose(
            code ->
                code.map(known -> reserve(workspace, known, wish, request))
                    .orElseGet(() -> completedFuture(notReserved())));
  }

  /** Gives the order's use of the code back. */
  CompletableFuture<ReleasePromoCodeResponse> release(
      String workspace, ReleasePromoCodeRequest request) {
    String orderKey = Requests.field(() -> Fields.foreignId("order_key", request.getOrderKey()));
    return codes
        .toRelease(
            workspace,
            storefrontId(request.getStorefrontId()),
            typed(request.getCode()),
            orderKey,
            clock.instant())
        .thenCompose(
            code ->
                code.map(known -> release(workspace, known, orderKey, request))
                    .orElseGet(
                        () -> completedFuture(ReleasePromoCodeResponse.getDefaultInstance())));
  }

  private CompletableFuture<ReservePromoCodeResponse> reserve(
      String workspace, PromoCode code, ReservationWish wish, ReservePromoCodeRequest request) {
    var command = new ReservationCommand.Reserve(workspace, code.codeId(), wish);
    return reservations
        .submit(command, request.getSerializedSize())
        .thenApply(ReservationProtos::reserved);
  }

  private CompletableFuture<ReleasePromoCodeResponse> release(
      String workspace, PromoCode code, String orderKey, ReleasePromoCodeRequest request) {
    var key = new ReservationKey(code.codeId(), orderKey);
    return reservations
        .submit(new ReservationCommand.Release(workspace, key), request.getSerializedSize())
        .thenApply(ReservationProtos::released);
  }

  private static String typed(String code) {
    return Requests.field(() -> PromoCodeProtos.typed(code));
  }

  private static String storefrontId(String given) {
    return Requests.field(() -> PromoCodeProtos.storefrontId(given));
  }

  private static CheckPromoCodeResponse checked(PromoCode code, Instant time) {
    Optional<Refusal> refusal = code.refusalAt(time);
    return CheckPromoCodeResponse.newBuilder()
        .setValid(refusal.isEmpty())
        .setReason(
            refusal.map(PromoCodeProtos::reason).orElse(ErrorReason.ERROR_REASON_UNSPECIFIED))
        .setPromoCode(PromoCodeProtos.toProto(code))
        .build();
  }

  private static CheckPromoCodeResponse unknown() {
    return CheckPromoCodeResponse.newBuilder()
        .setReason(ErrorReason.ERROR_REASON_CODE_UNKNOWN)
        .build();
  }

  private static ReservePromoCodeResponse notReserved() {
    return ReservePromoCodeResponse.newBuilder()
        .setReason(ErrorReason.ERROR_REASON_CODE_UNKNOWN)
        .build();
  }
}
