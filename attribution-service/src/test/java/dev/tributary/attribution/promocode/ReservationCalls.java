package dev.tributary.attribution.promocode;

import static dev.tributary.attribution.Samples.code;
import static dev.tributary.attribution.Samples.statuses;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import dev.tributary.attribution.v1.CodeLimits;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionServiceGrpc;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.PromoCodeReservation;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc.PromoCodeServiceBlockingStub;
import dev.tributary.attribution.v1.RecordConversionsRequest;
import dev.tributary.attribution.v1.ReleasePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeResponse;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.Money;
import io.grpc.Channel;
import java.util.List;

/** Calls that hold and give back uses of codes. */
abstract class ReservationCalls extends PromoCodeCalls {
  ReservationCalls(TestDatabases kind) {
    super(kind);
  }

  /** Records orders as conversions. */
  static void record(Channel channel, Conversion... orders) {
    assertThat(
            ConversionServiceGrpc.newBlockingStub(channel)
                .recordConversions(
                    RecordConversionsRequest.newBuilder()
                        .addAllConversions(List.of(orders))
                        .build())
                .getResultsList()
                .stream()
                .map(result -> statuses(List.of(result.getVerdict())).get(0)))
        .containsOnly("RECORDED");
  }

  /** The reservation of an order after its release. */
  static PromoCodeReservation release(PromoCodeServiceBlockingStub stub, String orderKey) {
    return stub.releasePromoCode(
            ReleasePromoCodeRequest.newBuilder().setCode("anna10").setOrderKey(orderKey).build())
        .getReservation();
  }

  /** Why there is no reservation, without prefix; UNSPECIFIED when there is one. */
  static String refusal(PromoCodeServiceBlockingStub stub, ReservePromoCodeRequest.Builder wish) {
    ReservePromoCodeResponse answer = stub.reservePromoCode(wish.build());
    assertThat(answer.getReserved()).isEqualTo(answer.getReasonValue() == 0);
    assertThat(answer.hasReservation()).isEqualTo(answer.getReserved());
    return answer.getReason().name().substring("ERROR_REASON_".length());
  }

  /** The field that a request fails for. */
  static String field(PromoCodeServiceBlockingStub stub, ReservePromoCodeRequest.Builder wish) {
    return fieldsOf(failureOf(() -> stub.reservePromoCode(wish.build()))).get(0);
  }

  /** Anna's code with limits. */
  static PromoCode limited(CodeLimits.Builder limits) {
    return code("ANNA10").setLimits(limits).build();
  }

  static CodeLimits.Builder limits() {
    return CodeLimits.newBuilder();
  }

  /** 10.00 EUR off 100.00 EUR, by a guest. */
  static ReservePromoCodeRequest.Builder wish(String orderKey) {
    return ReservePromoCodeRequest.newBuilder()
        .setCode("anna10")
        .setOrderKey(orderKey)
        .setAmount(eur(10_000))
        .setDiscount(eur(1_000));
  }

  static Money eur(long minor) {
    return money("EUR", minor);
  }

  static Money money(String currency, long minor) {
    return Money.newBuilder().setCurrencyCode(currency).setMinorUnits(minor).build();
  }

  static Duration seconds(long seconds) {
    return Duration.newBuilder().setSeconds(seconds).build();
  }
}
