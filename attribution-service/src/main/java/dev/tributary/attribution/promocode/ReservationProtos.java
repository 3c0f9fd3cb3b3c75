package dev.tributary.attribution.promocode;

import com.google.protobuf.Duration;
import dev.tributary.attribution.v1.PromoCodeReservation;
import dev.tributary.attribution.v1.PromoCodeReservationState;
import dev.tributary.attribution.v1.ReleasePromoCodeResponse;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeResponse;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.identity.PersonKind;
import dev.tributary.runtime.money.Money;
import dev.tributary.runtime.money.MoneyProtos;
import dev.tributary.type.v1.ErrorReason;
import java.time.temporal.ChronoUnit;

/** Reservations in the contract and in our records. */
final class ReservationProtos {
  private static final java.time.Duration TTL_DEFAULT = java.time.Duration.ofMinutes(15);
  private static final java.time.Duration TTL_MIN = java.time.Duration.ofSeconds(1);
  private static final java.time.Duration TTL_MAX = java.time.Duration.ofDays(7);

  private ReservationProtos() {}

  /**
   * The use that a request asks for.
   *
   * @param hasher hides the customer
   */
  static ReservationWish parse(
      String workspace, PersonHasher hasher, ReservePromoCodeRequest request) throws Rejected {
    String orderKey = Fields.foreignId("order_key", request.getOrderKey());
    var customer =
        Fields.optionalForeignId("customer_id", request.getCustomerId())
            .map(id -> hasher.hash(workspace, PersonKind.CUSTOMER, id));
    Money amount =
        CodeTermsProtos.money(
            "amount",
            required("amount", request.hasAmount(), request.getAmount()),
            0,
            CodeTermsProtos.ORDER_MINOR_MAX);
    Money discount =
        CodeTermsProtos.money(
            "discount",
            required("discount", request.hasDiscount(), request.getDiscount()),
            0,
            Math.min(CodeTermsProtos.DISCOUNT_MINOR_MAX, amount.minor()));
    if (!discount.currency().equals(amount.currency())) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_CURRENCY_MISMATCH,
          "discount.currency_code",
          discount.currency() + " (expected: " + amount.currency() + ", the amount's)");
    }
    return new ReservationWish(
        orderKey,
        customer,
        amount,
        discount,
        request.hasTtl() ? ttl(request.getTtl()) : TTL_DEFAULT);
  }

  /** The answer to a reservation of a known code. */
  static ReservePromoCodeResponse reserved(ReservationOutcome outcome) {
    var response = ReservePromoCodeResponse.newBuilder();
    if (outcome instanceof ReservationOutcome.Granted granted) {
      return response
          .setReserved(true)
          .setReservation(toProto(granted.reservation()))
          .setRemaining(toProto(granted.remainder()))
          .setPromoCode(PromoCodeProtos.toProto(granted.code()))
          .build();
    }
    if (outcome instanceof ReservationOutcome.Refused refused) {
      return response
          .setReason(reason(refused.refusal()))
          .setRemaining(toProto(refused.remainder()))
          .setPromoCode(PromoCodeProtos.toProto(refused.code()))
          .build();
    }
    throw fault(outcome);
  }

  /** The answer to a release of a known code. */
  static ReleasePromoCodeResponse released(ReservationOutcome outcome) {
    if (outcome instanceof ReservationOutcome.Released released) {
      var response = ReleasePromoCodeResponse.newBuilder();
      released.reservation().map(ReservationProtos::toProto).ifPresent(response::setReservation);
      return response.build();
    }
    throw fault(outcome);
  }

  private static RuntimeException fault(ReservationOutcome outcome) {
    return outcome instanceof ReservationOutcome.Failed failed
        ? failed.fault()
        : new IllegalStateException("outcome of another command: " + outcome.getClass());
  }

  private static PromoCodeReservation toProto(Reservation reservation) {
    var proto = PromoCodeReservation.newBuilder();
    reservation.overLimit().map(ReservationProtos::reason).ifPresent(proto::setReason);
    return proto
        .setCodeId(reservation.codeId())
        .setOrderKey(reservation.orderKey())
        .setState(state(reservation.state()))
        .setAmount(MoneyProtos.toProto(reservation.amount()))
        .setDiscount(MoneyProtos.toProto(reservation.discount()))
        .setCreateTime(ProtoTimes.toProto(reservation.createTime()))
        .setExpireTime(ProtoTimes.toProto(reservation.expireTime()))
        .build();
  }

  private static dev.tributary.attribution.v1.CodeRemainder toProto(CodeRemainder remainder) {
    var proto = dev.tributary.attribution.v1.CodeRemainder.newBuilder();
    remainder.uses().ifPresent(proto::setUses);
    remainder.customerUses().ifPresent(proto::setCustomerUses);
    remainder.budget().map(MoneyProtos::toProto).ifPresent(proto::setBudget);
    return proto.build();
  }

  private static PromoCodeReservationState state(Reservation.State state) {
    return switch (state) {
      case HELD -> PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_HELD;
      case USED -> PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_USED;
      case RELEASED -> PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_RELEASED;
      case EXPIRED -> PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_EXPIRED;
      case OVER_LIMIT -> PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_OVER_LIMIT;
    };
  }

  private static ErrorReason reason(ReservationRefusal refusal) {
    return ErrorReason.valueOf("ERROR_REASON_" + refusal.name());
  }

  private static dev.tributary.type.v1.Money required(
      String field, boolean present, dev.tributary.type.v1.Money money) throws Rejected {
    if (!present) {
      throw new Rejected(ErrorReason.ERROR_REASON_FIELD_MISSING, field, "absent (it is required)");
    }
    return money;
  }

  private static java.time.Duration ttl(Duration proto) throws Rejected {
    // Compared by whole seconds first: a Duration of the contract may be larger than one of Java.
    long seconds =
        Fields.inRange("ttl", proto.getSeconds(), TTL_MIN.toSeconds(), TTL_MAX.toSeconds());
    java.time.Duration ttl =
        java.time.Duration.ofSeconds(seconds, proto.getNanos()).truncatedTo(ChronoUnit.MICROS);
    if (ttl.compareTo(TTL_MIN) < 0 || ttl.compareTo(TTL_MAX) > 0) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_OUT_OF_RANGE,
          "ttl",
          ttl + " (expected: " + TTL_MIN + " to " + TTL_MAX + ")");
    }
    return ttl;
  }
}
