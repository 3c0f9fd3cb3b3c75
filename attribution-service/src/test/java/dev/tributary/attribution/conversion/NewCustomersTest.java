package dev.tributary.attribution.conversion;

import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.signUp;
import static dev.tributary.attribution.conversion.Orders.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.NewCustomer;
import dev.tributary.attribution.v1.NewCustomerBasis;
import dev.tributary.attribution.v1.NewCustomerDecision;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Whether orders are their customers' first. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class NewCustomersTest {
  private final TestAttribution service;

  NewCustomersTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void close() {
    service.close();
  }

  private static final Duration WINDOW = Duration.ofDays(730);

  @Test
  @Names("NewCustomerBasis.TOLD")
  void what_the_caller_tells_is_taken() {
    Shop shop = new Shop(service);
    shop.record(order("o-1").setNewCustomer(NewCustomer.NEW_CUSTOMER_NEW));

    assertDecided(
        shop, "o-1", NewCustomer.NEW_CUSTOMER_NEW, NewCustomerBasis.NEW_CUSTOMER_BASIS_TOLD);
    assertThat(shop.read("o-1").getConversion().getNewCustomer())
        .isEqualTo(NewCustomer.NEW_CUSTOMER_NEW);
  }

  @Test
  @Names("NewCustomerBasis.NO_CUSTOMER")
  void an_order_without_a_customer_is_unknown() {
    Shop shop = complete(Orders.TIME.minus(WINDOW));
    shop.record(order("o-1"));

    assertDecided(
        shop,
        "o-1",
        NewCustomer.NEW_CUSTOMER_UNKNOWN,
        NewCustomerBasis.NEW_CUSTOMER_BASIS_NO_CUSTOMER);
  }

  @Test
  @Names("NewCustomerBasis.EARLIER_ORDER")
  void a_customer_with_an_earlier_order_is_returning_however_long_ago_it_was() {
    Shop shop = new Shop(service);
    shop.record(of("c-1", "o-1", Orders.TIME.minus(Duration.ofDays(3_000))));
    shop.record(of("c-1", "o-2", Orders.TIME));

    assertDecided(
        shop,
        "o-2",
        NewCustomer.NEW_CUSTOMER_RETURNING,
        NewCustomerBasis.NEW_CUSTOMER_BASIS_EARLIER_ORDER);
  }

  @Test
  void orders_of_one_batch_see_each_other_whatever_their_place_in_it() {
    Shop shop = new Shop(service);
    shop.record(
        of("c-1", "o-2", Orders.TIME), of("c-1", "o-1", Orders.TIME.minus(Duration.ofDays(1))));

    assertThat(decided(shop, "o-2").getState()).isEqualTo(NewCustomer.NEW_CUSTOMER_RETURNING);
    assertThat(decided(shop, "o-1").getState()).isEqualTo(NewCustomer.NEW_CUSTOMER_UNKNOWN);
  }

  @Test
  @Names("NewCustomerBasis.INCOMPLETE_HISTORY")
  void without_complete_history_a_customer_without_an_earlier_order_is_unknown() {
    Shop shop = new Shop(service);
    shop.record(of("c-1", "o-1", Orders.TIME));

    assertDecided(
        shop,
        "o-1",
        NewCustomer.NEW_CUSTOMER_UNKNOWN,
        NewCustomerBasis.NEW_CUSTOMER_BASIS_INCOMPLETE_HISTORY);
  }

  @Test
  @Names("NewCustomerBasis.COMPLETE_HISTORY")
  void a_customer_is_new_when_history_is_complete_for_exactly_the_window() {
    Shop just = complete(Orders.TIME.minus(WINDOW));
    just.record(of("c-1", "o-1", Orders.TIME));
    assertDecided(
        just,
        "o-1",
        NewCustomer.NEW_CUSTOMER_NEW,
        NewCustomerBasis.NEW_CUSTOMER_BASIS_COMPLETE_HISTORY);

    Shop over = complete(Orders.TIME.minus(WINDOW).plusNanos(1_000));
    over.record(of("c-1", "o-1", Orders.TIME));
    assertThat(decided(over, "o-1").getState()).isEqualTo(NewCustomer.NEW_CUSTOMER_UNKNOWN);
  }

  @Test
  void a_shorter_window_needs_less_history() {
    Shop shop =
        new Shop(service)
            .has(
                Storefront.newBuilder()
                    .setStorefrontId("main")
                    .setHistoryCompleteSince(time(Orders.TIME.minus(Duration.ofDays(30))))
                    .setNewCustomerWindowDays(30));
    shop.record(of("c-1", "o-1", Orders.TIME));

    assertThat(decided(shop, "o-1").getState()).isEqualTo(NewCustomer.NEW_CUSTOMER_NEW);
  }

  @Test
  void what_was_decided_is_frozen_whatever_comes_later() {
    Shop shop = complete(Orders.TIME.minus(WINDOW));
    shop.record(of("c-1", "o-2", Orders.TIME));
    shop.record(of("c-1", "o-1", Orders.TIME.minus(Duration.ofDays(1))));
    shop.record(of("c-1", "o-2", Orders.TIME));

    assertThat(decided(shop, "o-2").getState()).isEqualTo(NewCustomer.NEW_CUSTOMER_NEW);
  }

  @Test
  void tests_orders_never_paid_and_other_goals_make_no_customer_returning() {
    Shop shop = complete(Orders.TIME.minus(WINDOW));
    Instant earlier = Orders.TIME.minus(Duration.ofDays(1));
    shop.record(
        of("c-1", "o-1", earlier).setTest(true),
        of("c-1", "o-2", earlier).setPaymentState(PaymentState.PAYMENT_STATE_VOIDED),
        signUp("o-3").setCustomerId("c-1").setConversionTime(time(earlier)));
    shop.record(of("c-1", "o-4", Orders.TIME));

    assertThat(decided(shop, "o-4").getState()).isEqualTo(NewCustomer.NEW_CUSTOMER_NEW);
  }

  @Test
  void a_subscription_is_an_order_too_and_a_sign_up_is_not_asked() {
    Shop shop = new Shop(service);
    Instant earlier = Orders.TIME.minus(Duration.ofDays(1));
    shop.record(start("o-1", "s-1").setCustomerId("c-1").setConversionTime(time(earlier)));
    shop.record(of("c-1", "o-2", Orders.TIME));
    var signUp = signUp("o-3").setCustomerId("c-1");
    shop.record(signUp);

    assertThat(decided(shop, "o-2").getState()).isEqualTo(NewCustomer.NEW_CUSTOMER_RETURNING);
    assertThat(shop.settled(signUp.getType(), "o-3").hasNewCustomer()).isFalse();
  }

  @Test
  void callers_who_tell_different_things_of_one_order_contradict_each_other() {
    Shop shop = new Shop(service);
    shop.record(order("o-1").setNewCustomer(NewCustomer.NEW_CUSTOMER_NEW), order("o-2"));

    assertThat(
            Shop.statuses(
                shop.record(
                    order("o-1").setNewCustomer(NewCustomer.NEW_CUSTOMER_RETURNING),
                    order("o-1"),
                    order("o-2").setNewCustomer(NewCustomer.NEW_CUSTOMER_RETURNING))))
        .containsExactly("ID_REUSED new_customer", "ALREADY_RECORDED", "ALREADY_RECORDED");
    assertThat(decided(shop, "o-2").getState()).isEqualTo(NewCustomer.NEW_CUSTOMER_UNKNOWN);
  }

  private Shop complete(Instant since) {
    return new Shop(service)
        .has(Storefront.newBuilder().setStorefrontId("main").setHistoryCompleteSince(time(since)));
  }

  private static Conversion.Builder of(String customer, String orderId, Instant at) {
    return order(orderId).setCustomerId(customer).setConversionTime(time(at));
  }

  private static NewCustomerDecision decided(Shop shop, String orderId) {
    return shop.read(orderId).getNewCustomer();
  }

  private static void assertDecided(
      Shop shop, String orderId, NewCustomer state, NewCustomerBasis basis) {
    assertThat(decided(shop, orderId))
        .returns(state, NewCustomerDecision::getState)
        .returns(basis, NewCustomerDecision::getBasis)
        .satisfies(decision -> assertThat(decision.getMessage()).isNotEmpty());
  }
}
