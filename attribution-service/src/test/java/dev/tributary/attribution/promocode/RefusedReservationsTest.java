package dev.tributary.attribution.promocode;

import static dev.tributary.attribution.Samples.code;
import static dev.tributary.attribution.Samples.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.v1.CodeLimits;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc.PromoCodeServiceBlockingStub;
import dev.tributary.runtime.testing.TestDatabases;
import io.grpc.Channel;
import org.junit.jupiter.api.Test;

/** Why a checkout gets no use of a code, each reason once. */
abstract class RefusedReservationsTest extends ReservationCalls {
  RefusedReservationsTest(TestDatabases kind) {
    super(kind);
  }

  @Test
  @Names("ErrorReason.CODE_UNKNOWN")
  void a_code_that_does_not_exist_is_refused() {
    assertThat(refusal(stub(), wish("order-1").setCode("NONE"))).isEqualTo("CODE_UNKNOWN");
  }

  @Test
  @Names("ErrorReason.NOT_STARTED")
  void a_code_is_refused_before_its_start() {
    var stub = having(code("ANNA10").setStartTime(time(TestAttribution.NOW.plusSeconds(1))));

    assertThat(refusal(stub, wish("order-1"))).isEqualTo("NOT_STARTED");
  }

  @Test
  @Names("ErrorReason.ENDED")
  void a_code_is_refused_from_its_end_on() {
    var stub = having(code("ANNA10").setEndTime(time(TestAttribution.NOW)));

    assertThat(refusal(stub, wish("order-1"))).isEqualTo("ENDED");
  }

  @Test
  @Names("ErrorReason.DISABLED")
  void a_code_that_is_switched_off_is_refused() {
    var stub = having(code("ANNA10").setDisabled(true));

    assertThat(refusal(stub, wish("order-1"))).isEqualTo("DISABLED");
  }

  @Test
  @Names("ErrorReason.LIMIT_TOTAL")
  void a_code_is_refused_when_all_its_uses_are_held_or_made() {
    var stub = having(limits().setMaxUses(1));

    assertThat(refusal(stub, wish("order-1"))).isEqualTo("UNSPECIFIED");
    assertThat(refusal(stub, wish("order-2"))).isEqualTo("LIMIT_TOTAL");
  }

  @Test
  @Names("ErrorReason.LIMIT_CUSTOMER")
  void a_customer_with_all_own_uses_is_refused_and_another_is_not() {
    var stub = having(limits().setMaxUsesPerCustomer(1));

    assertThat(refusal(stub, wish("order-1").setCustomerId("eva"))).isEqualTo("UNSPECIFIED");
    assertThat(refusal(stub, wish("order-2").setCustomerId("eva"))).isEqualTo("LIMIT_CUSTOMER");
    assertThat(refusal(stub, wish("order-3").setCustomerId("bo"))).isEqualTo("UNSPECIFIED");
  }

  @Test
  @Names("ErrorReason.LIMIT_BUDGET")
  void a_discount_of_more_than_is_left_of_the_budget_is_refused() {
    var stub = having(limits().setBudget(eur(1_500)));

    assertThat(refusal(stub, wish("order-1"))).isEqualTo("UNSPECIFIED");
    assertThat(refusal(stub, wish("order-2"))).isEqualTo("LIMIT_BUDGET");
    assertThat(refusal(stub, wish("order-3").setDiscount(eur(500)))).isEqualTo("UNSPECIFIED");
  }

  @Test
  @Names("ErrorReason.MINIMUM_AMOUNT")
  void an_order_that_is_worth_less_than_the_least_amount_is_refused() {
    var stub = having(limits().addMinimumAmounts(eur(10_001)));

    assertThat(refusal(stub, wish("order-1"))).isEqualTo("MINIMUM_AMOUNT");
    assertThat(refusal(stub, wish("order-1").setAmount(eur(10_001)))).isEqualTo("UNSPECIFIED");
  }

  @Test
  @Names("ErrorReason.CURRENCY_MISMATCH")
  void an_order_in_a_currency_that_the_limits_do_not_know_is_refused() {
    var stub = having(limits().addMinimumAmounts(eur(1)));

    assertThat(
            refusal(
                stub, wish("order-1").setAmount(money("USD", 20_000)).setDiscount(money("USD", 1))))
        .isEqualTo("CURRENCY_MISMATCH");
  }

  @Test
  @Names("ErrorReason.NOT_FIRST_ORDER")
  void a_code_for_first_orders_is_refused_to_whoever_has_ordered_before() {
    Channel channel = service.channel(TestAttribution.newWorkspace());
    var stub = PromoCodeServiceGrpc.newBlockingStub(channel);
    create(stub, limited(limits().setFirstOrderOnly(true)));
    record(channel, Orders.order("earlier").setCustomerId("old").build());

    assertThat(refusal(stub, wish("order-1").setCustomerId("old"))).isEqualTo("NOT_FIRST_ORDER");
    assertThat(refusal(stub, wish("earlier").setCustomerId("old"))).isEqualTo("UNSPECIFIED");
    assertThat(refusal(stub, wish("order-1").setCustomerId("new"))).isEqualTo("UNSPECIFIED");
  }

  private PromoCodeServiceBlockingStub having(CodeLimits.Builder limits) {
    return having(limited(limits).toBuilder());
  }

  private PromoCodeServiceBlockingStub having(PromoCode.Builder code) {
    var stub = stub();
    create(stub, code.build());
    return stub;
  }
}
