package dev.tributary.attribution.promocode;

import static dev.tributary.attribution.Samples.time;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.metadataOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.PromoCodeReservation;
import dev.tributary.attribution.v1.PromoCodeReservationState;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.ReleasePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeResponse;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holding and giving back uses of promo codes. */
abstract class ReservePromoCodeTest extends ReservationCalls {
  ReservePromoCodeTest(TestDatabases kind) {
    super(kind);
  }

  @Test
  void a_reservation_holds_a_use_until_its_time_and_tells_what_is_left() {
    var stub = stub();
    create(stub, limited(limits().setMaxUses(3).setBudget(eur(2_500))));

    ReservePromoCodeResponse answer = stub.reservePromoCode(wish("order-1").build());

    assertThat(answer.getReserved()).isTrue();
    assertThat(answer.getReason()).isEqualTo(ErrorReason.ERROR_REASON_UNSPECIFIED);
    assertThat(answer.getReservation())
        .isEqualTo(
            PromoCodeReservation.newBuilder()
                .setCodeId("ANNA10")
                .setOrderKey("order-1")
                .setState(PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_HELD)
                .setAmount(eur(10_000))
                .setDiscount(eur(1_000))
                .setCreateTime(time(service.clock().instant()))
                .setExpireTime(time(service.clock().instant().plusSeconds(900)))
                .build());
    assertThat(answer.getRemaining().getUses()).isEqualTo(2);
    assertThat(answer.getRemaining().getBudget()).isEqualTo(eur(1_500));
    assertThat(answer.getRemaining().hasCustomerUses()).isFalse();
    assertThat(answer.getPromoCode()).isEqualTo(get(stub, "ANNA10"));
  }

  @Test
  void the_same_request_again_has_the_same_answer_and_takes_nothing_more() {
    var stub = stub();
    create(stub, limited(limits().setMaxUses(1).setMaxUsesPerCustomer(1)));
    ReservePromoCodeRequest wish = wish("order-1").setCustomerId("eva").build();
    ReservePromoCodeResponse first = stub.reservePromoCode(wish);
    service.clock().advance(java.time.Duration.ofSeconds(5));

    assertThat(stub.reservePromoCode(wish)).isEqualTo(first);
    assertThat(stub.reservePromoCode(wish.toBuilder().setTtl(seconds(60)).build()))
        .isEqualTo(first);
    assertThat(first.getRemaining().getUses()).isZero();
  }

  @Test
  void a_use_held_under_an_earlier_time_of_the_code_stays_one_when_the_code_is_given_again() {
    var stub = stub();
    java.time.Instant end = service.clock().instant().plusSeconds(5);
    create(
        stub,
        limited(limits().setMaxUses(1)).toBuilder().setEndTime(time(end)).build(),
        limited(limits().setMaxUses(1)).toBuilder()
            .setCodeId("again")
            .setStartTime(time(end))
            .build());
    ReservePromoCodeRequest wish = wish("order-1").build();
    ReservePromoCodeResponse first = stub.reservePromoCode(wish);
    service.clock().advance(java.time.Duration.ofSeconds(10));

    assertThat(stub.reservePromoCode(wish)).isEqualTo(first);
    assertThat(stub.reservePromoCode(wish("order-2").build()).getReservation().getCodeId())
        .isEqualTo("again");
    assertThat(release(stub, "order-1").getCodeId()).isEqualTo("ANNA10");
    assertThat(stub.reservePromoCode(wish).getReason())
        .isEqualTo(ErrorReason.ERROR_REASON_LIMIT_TOTAL);
  }

  @Test
  void an_order_that_holds_a_use_cannot_change_it_without_giving_it_back() {
    var stub = stub();
    create(stub, limited(limits().setMaxUses(1)));
    ReservePromoCodeRequest wish = wish("order-1").setCustomerId("eva").build();
    stub.reservePromoCode(wish);

    for (ReservePromoCodeRequest other :
        List.of(
            wish.toBuilder().setCustomerId("bo").build(),
            wish.toBuilder().setAmount(eur(9_999)).build(),
            wish.toBuilder().setDiscount(eur(999)).build())) {
      StatusRuntimeException failure = failureOf(() -> stub.reservePromoCode(other));
      assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_ID_REUSED);
      assertThat(metadataOf(failure)).containsEntry("resource", "reservation");
    }
    release(stub, "order-1");
    assertThat(
            stub.reservePromoCode(wish.toBuilder().setDiscount(eur(999)).build())
                .getReservation()
                .getDiscount())
        .isEqualTo(eur(999));
  }

  @Test
  void a_release_gives_the_use_to_somebody_else_and_may_be_sent_again() {
    var stub = stub();
    create(stub, limited(limits().setMaxUses(1).setBudget(eur(1_000))));
    assertThat(refusal(stub, wish("order-1"))).isEqualTo("UNSPECIFIED");

    PromoCodeReservation released = release(stub, "order-1");

    assertThat(released.getState())
        .isEqualTo(PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_RELEASED);
    assertThat(release(stub, "order-1")).isEqualTo(released);
    assertThat(release(stub, "never-seen")).isEqualTo(PromoCodeReservation.getDefaultInstance());
    assertThat(
            stub.releasePromoCode(
                    ReleasePromoCodeRequest.newBuilder().setCode("NONE").setOrderKey("o").build())
                .hasReservation())
        .isFalse();
    assertThat(refusal(stub, wish("order-2"))).isEqualTo("UNSPECIFIED");
    assertThat(refusal(stub, wish("order-1"))).isEqualTo("LIMIT_TOTAL");
  }

  @Test
  void a_hold_that_is_too_late_is_used_if_its_order_is_recorded_and_else_expires() {
    Channel channel = service.channel(TestAttribution.newWorkspace());
    var stub = PromoCodeServiceGrpc.newBlockingStub(channel);
    create(stub, limited(limits().setMaxUses(3)));
    for (String order : List.of("bought", "tried", "left")) {
      assertThat(refusal(stub, wish(order).setTtl(seconds(60)))).isEqualTo("UNSPECIFIED");
    }
    record(channel, Orders.order("bought").build(), Orders.order("tried").setTest(true).build());
    service.clock().advance(java.time.Duration.ofSeconds(59));
    assertThat(refusal(stub, wish("next"))).isEqualTo("LIMIT_TOTAL");

    service.clock().advance(java.time.Duration.ofSeconds(1));
    ReservePromoCodeResponse next = stub.reservePromoCode(wish("next").build());

    assertThat(next.getReserved()).isTrue();
    assertThat(next.getRemaining().getUses()).isEqualTo(1);
    assertThat(release(stub, "bought").getState())
        .isEqualTo(PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_USED);
    assertThat(release(stub, "tried").getState())
        .isEqualTo(PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_EXPIRED);
    assertThat(refusal(stub, wish("left"))).isEqualTo("UNSPECIFIED");
    assertThat(refusal(stub, wish("one-more"))).isEqualTo("LIMIT_TOTAL");
  }

  @Test
  void the_use_of_a_recorded_order_cannot_be_given_back() {
    Channel channel = service.channel(TestAttribution.newWorkspace());
    var stub = PromoCodeServiceGrpc.newBlockingStub(channel);
    create(stub, limited(limits().setMaxUses(1)));
    assertThat(refusal(stub, wish("bought"))).isEqualTo("UNSPECIFIED");
    record(channel, Orders.order("bought").build());

    PromoCodeReservation released = release(stub, "bought");

    assertThat(released.getState())
        .isEqualTo(PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_USED);
    assertThat(release(stub, "bought")).isEqualTo(released);
    assertThat(refusal(stub, wish("next"))).isEqualTo("LIMIT_TOTAL");
  }

  @Test
  void a_limit_can_be_raised_and_a_budget_knows_what_was_given_before_it() {
    var stub = stub();
    create(stub, limited(limits().setMaxUses(1)));
    stub.reservePromoCode(wish("order-1").build());

    update(
        stub,
        PromoCode.newBuilder()
            .setCodeId("ANNA10")
            .setLimits(limits().setMaxUses(5).setBudget(eur(2_000)))
            .build(),
        "limits");

    assertThat(refusal(stub, wish("order-2"))).isEqualTo("UNSPECIFIED");
    assertThat(refusal(stub, wish("order-3"))).isEqualTo("LIMIT_BUDGET");
  }

  @Test
  void wrong_requests_fail_naming_the_field() {
    var stub = stub();
    create(stub, limited(limits().setMaxUsesPerCustomer(1)));

    assertThat(field(stub, wish("o").setCode(""))).isEqualTo("code");
    assertThat(field(stub, wish("o").setStorefrontId("a b"))).isEqualTo("storefront_id");
    assertThat(field(stub, wish(""))).isEqualTo("order_key");
    assertThat(field(stub, wish("o").setCustomerId(" x"))).isEqualTo("customer_id");
    assertThat(field(stub, wish("o"))).isEqualTo("customer_id");
    assertThat(field(stub, wish("o").clearAmount())).isEqualTo("amount");
    assertThat(field(stub, wish("o").setAmount(eur(-1)))).isEqualTo("amount.minor_units");
    assertThat(field(stub, wish("o").clearDiscount())).isEqualTo("discount");
    assertThat(field(stub, wish("o").setDiscount(eur(10_001)))).isEqualTo("discount.minor_units");
    assertThat(field(stub, wish("o").setDiscount(money("USD", 1))))
        .isEqualTo("discount.currency_code");
    assertThat(field(stub, wish("o").setTtl(seconds(0)))).isEqualTo("ttl");
    assertThat(field(stub, wish("o").setTtl(seconds(7 * 86_400 + 1)))).isEqualTo("ttl");
    assertThat(
            fieldsOf(
                failureOf(
                    () ->
                        stub.releasePromoCode(
                            ReleasePromoCodeRequest.newBuilder().setCode("ANNA10").build()))))
        .containsExactly("order_key");
  }

  @Test
  void reserving_and_releasing_want_the_right_to_write() {
    var reader =
        PromoCodeServiceGrpc.newBlockingStub(
            service.channel(TestAttribution.newWorkspace(), Scope.READ));

    assertThat(reasonOf(failureOf(() -> reader.reservePromoCode(wish("o").build()))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
    assertThat(reasonOf(failureOf(() -> release(reader, "o"))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
  }
}
