package dev.tributary.local.ledgermodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.PromoCodeReservation;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.ReleasePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeResponse;
import dev.tributary.runtime.testing.Statuses;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.util.Optional;

/** Tells the services and the model the same of reservations, and compares what is answered. */
final class UseTeller {
  private static final String REASON = "ERROR_REASON_";

  private final Talk talk;

  UseTeller(Talk talk) {
    this.talk = talk;
  }

  /** Wants a use of a code for an order. */
  void reserve(ReservePromoCodeRequest request) {
    talk.say("reserves", request);
    String expected =
        talk.history()
            .uses()
            .codeToReserve(request, talk.now())
            .map(code -> answer(request, code))
            .orElse("CODE_UNKNOWN");
    assertThat(answered(request)).as("answer to a reservation").isEqualTo(expected);
  }

  /** What the limits say, as text; a hold is added to the model. */
  private String answer(ReservePromoCodeRequest request, Fact.Coded code) {
    Uses uses = talk.history().uses();
    Limits limits = uses.limits(code.codeId());
    Optional<Use> earlier = uses.of(code.codeId(), request.getOrderKey());
    if (earlier.filter(Use::counts).isPresent()) {
      return isSame(earlier.get(), request) ? granted(earlier.get()) : "ID_REUSED";
    }
    Optional<ErrorReason> decided =
        earlier.filter(Use::isOverLimit).map(use -> use.told().getReason());
    if (decided.isEmpty() && limits.lookAtCustomers() && request.getCustomerId().isEmpty()) {
      return "FIELD_INVALID";
    }
    Optional<ErrorReason> refusal =
        decided
            .or(() -> Codes.refusal(code, talk.now()))
            .or(() -> limits.refusal(request, uses.hasOtherOrder(request)));
    if (refusal.isPresent()) {
      return refused(refusal.get(), limits, request.getCustomerId());
    }
    talk.history().add(new Fact.Reserved(code.codeId(), request, talk.now()));
    return granted(talk.history().uses().of(code.codeId(), request.getOrderKey()).orElseThrow());
  }

  private String granted(Use use) {
    Limits limits = talk.history().uses().limits(use.told().getCodeId());
    return use.told() + "left " + limits.left(use.customer());
  }

  private static String refused(ErrorReason reason, Limits limits, String customer) {
    return reason.name().substring(REASON.length()) + " left " + limits.left(customer);
  }

  /** Of a customer who was forgotten nobody knows who it was. */
  private static boolean isSame(Use use, ReservePromoCodeRequest request) {
    return (Erasure.isForgotten(use.customer()) || use.customer().equals(request.getCustomerId()))
        && use.told().getAmount().equals(request.getAmount())
        && use.told().getDiscount().equals(request.getDiscount());
  }

  private String answered(ReservePromoCodeRequest request) {
    try {
      ReservePromoCodeResponse response = codes().reservePromoCode(request);
      if (response.getReserved()) {
        return response.getReservation() + "left " + response.getRemaining();
      }
      String reason = response.getReason().name().substring(REASON.length());
      return response.hasRemaining() ? reason + " left " + response.getRemaining() : reason;
    } catch (StatusRuntimeException refused) {
      return Statuses.reasonOf(refused).name().substring(REASON.length());
    }
  }

  /** Gives a use back. */
  void release(ReleasePromoCodeRequest request) {
    talk.say("releases", request);
    Optional<Fact.Coded> code = talk.history().uses().codeToRelease(request, talk.now());
    code.ifPresent(
        known ->
            talk.history()
                .add(new Fact.Released(known.codeId(), request.getOrderKey(), talk.now())));
    PromoCodeReservation expected =
        code.flatMap(known -> talk.history().uses().of(known.codeId(), request.getOrderKey()))
            .map(Use::told)
            .orElse(PromoCodeReservation.getDefaultInstance());
    assertThat(codes().releasePromoCode(request).getReservation())
        .as("answer to a release")
        .isEqualTo(expected);
  }

  /**
   * Lets the time come of the holds that are due.
   *
   * @param byCalls whether calls for their codes end them, else the sweeper does
   */
  void timePasses(UseTables tables, boolean byCalls) {
    Instant now = talk.now();
    for (Use use : talk.history().uses().all()) {
      if (byCalls && Uses.isDue(use, now)) {
        Fact.Coded code = talk.history().code(use.told().getCodeId());
        var unused =
            codes()
                .releasePromoCode(
                    ReleasePromoCodeRequest.newBuilder()
                        .setCode(code.code().getCode())
                        .setStorefrontId(code.code().getStorefrontId())
                        .setOrderKey("of-nobody")
                        .build());
      }
    }
    while (tables.areDue(now)) {
      Thread.onSpinWait();
    }
    talk.history().add(new Fact.TimePassed(now));
  }

  private PromoCodeServiceGrpc.PromoCodeServiceBlockingStub codes() {
    return PromoCodeServiceGrpc.newBlockingStub(talk.channel());
  }
}
