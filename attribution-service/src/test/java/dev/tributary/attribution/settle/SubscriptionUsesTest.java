package dev.tributary.attribution.settle;

import static dev.tributary.attribution.conversion.Orders.cancellation;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.renewal;
import static dev.tributary.attribution.conversion.Orders.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.promocode.CodeUsage;
import dev.tributary.attribution.promocode.UsesView;
import dev.tributary.attribution.v1.CodeLimits;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionNote;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Money;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What first payments of subscriptions use of their codes, alone and beside a purchase. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class SubscriptionUsesTest {
  private static final CodeUsage ONE = new CodeUsage(1, 0, 0);
  private static final CodeUsage NONE = new CodeUsage(0, 0, 0);

  private final TestAttribution service;
  private final UsesView view;

  SubscriptionUsesTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
    view = new UsesView(service.database());
  }

  @AfterEach
  void resetClock() {
    service.clock().set(TestAttribution.NOW);
  }

  @AfterAll
  void stop() {
    view.close();
    service.close();
  }

  @Test
  void a_hold_becomes_a_use_when_the_subscription_starts_that_it_was_reserved_for() {
    Shop shop = limited(limits().setMaxUses(1));
    assertThat(reserve(shop, "o-1")).isEqualTo("UNSPECIFIED");

    settled(shop, start("o-1", "sub-1").addCodes(code("ANNA10", 500)));

    assertThat(state(shop, "o-1")).isEqualTo("USED 2");
    assertThat(usage(shop)).isEqualTo(ONE);
    assertThat(reserve(shop, "o-2")).isEqualTo("LIMIT_TOTAL");
  }

  @Test
  void a_hold_is_not_released_under_a_subscription_that_has_started() {
    Shop shop = limited(limits().setMaxUses(1));
    reserve(shop, "o-1");
    shop.record(start("o-1", "sub-1"));

    shop.release("ANNA10", "o-1");

    shop.settled(ConversionType.CONVERSION_TYPE_SUBSCRIPTION_START, "o-1");
    assertThat(state(shop, "o-1")).isEqualTo("USED 2");
  }

  @Test
  void a_hold_does_not_expire_under_a_subscription_that_has_started() {
    Shop shop = limited(limits().setMaxUses(1));
    reserve(shop, "o-1");
    shop.record(start("o-1", "sub-1"));
    service.clock().advance(Duration.ofMinutes(16));

    assertThat(reserve(shop, "o-2")).isEqualTo("LIMIT_TOTAL");
    shop.settled(ConversionType.CONVERSION_TYPE_SUBSCRIPTION_START, "o-1");
    assertThat(state(shop, "o-1")).isEqualTo("USED 2");
  }

  @Test
  void a_subscription_that_reserved_nothing_takes_a_free_use_or_is_flagged() {
    Shop shop = limited(limits().setMaxUses(1));

    settled(shop, start("o-1", "sub-1").addCodes(code("ANNA10", 500)));
    settled(shop, start("o-2", "sub-2").addCodes(code("ANNA10", 500)));

    assertThat(state(shop, "o-1")).isEqualTo("USED 1");
    assertThat(state(shop, "o-2")).isEqualTo("OVER_LIMIT 1");
    ConversionNote note =
        shop.settled(ConversionType.CONVERSION_TYPE_SUBSCRIPTION_START, "o-2").getNotes(0);
    assertThat(note.getReason()).isEqualTo(ErrorReason.ERROR_REASON_LIMIT_TOTAL);
    assertThat(shop.flagged()).containsExactly("o-2");
  }

  @Test
  void a_subscription_that_is_cancelled_or_voided_gives_its_use_back() {
    Shop shop = limited(limits().setMaxUses(2));
    Conversion.Builder voided = start("o-2", "sub-2").addCodes(code("ANNA10"));
    shop.record(start("o-1", "sub-1").addCodes(code("ANNA10")));
    settled(shop, voided);
    assertThat(usage(shop)).isEqualTo(new CodeUsage(2, 0, 0));

    shop.refund(ofStart(cancellation("o-1", "r-1")));
    settled(
        shop,
        voided
            .setPaymentState(PaymentState.PAYMENT_STATE_VOIDED)
            .setPaymentStateTime(Samples.time(Orders.TIME.plusSeconds(60))));

    assertThat(state(shop, "o-1")).startsWith("RELEASED");
    assertThat(state(shop, "o-2")).startsWith("RELEASED");
    assertThat(usage(shop)).isEqualTo(NONE);
  }

  @Test
  void a_renewal_never_uses_a_code_nor_does_a_trial() {
    Shop shop = limited(limits().setMaxUses(5));
    shop.record(
        renewal("r-2", "sub-1", 2).addCodes(code("ANNA10")),
        order("t-1")
            .setType(ConversionType.CONVERSION_TYPE_TRIAL)
            .setSubscriptionId("sub-1")
            .addCodes(code("ANNA10")));
    settled(shop, start("o-1", "sub-1").addCodes(code("ANNA10")));

    assertThat(usage(shop)).isEqualTo(ONE);
    assertThat(state(shop, "r-2")).isEqualTo("NONE");
    assertThat(state(shop, "t-1")).isEqualTo("NONE");
  }

  @Test
  void a_purchase_and_the_subscription_of_the_same_checkout_are_one_use() {
    Shop shop = limited(limits().setMaxUses(3));
    shop.record(
        order("together").addCodes(code("ANNA10", 500)),
        start("together", "sub-1").addCodes(code("ANNA10", 200)));
    settled(shop, order("purchase-first").addCodes(code("ANNA10")));
    settled(shop, start("purchase-first", "sub-2").addCodes(code("ANNA10")));
    settled(shop, start("start-first", "sub-3").addCodes(code("ANNA10")));
    shop.record(order("start-first").addCodes(code("ANNA10")));
    shop.settled("start-first");

    assertThat(usage(shop)).isEqualTo(new CodeUsage(3, 0, 0));
    assertThat(shop.flagged()).isEmpty();
  }

  @Test
  void one_hold_serves_the_purchase_and_the_subscription_of_a_checkout() {
    Shop shop = limited(limits().setMaxUses(1));
    reserve(shop, "o-1");

    shop.record(order("o-1"), start("o-1", "sub-1"));
    shop.settled("o-1");

    assertThat(state(shop, "o-1")).isEqualTo("USED 2");
    assertThat(usage(shop)).isEqualTo(ONE);
  }

  @Test
  void a_use_of_a_checkout_is_given_back_when_all_of_it_is_cancelled() {
    Shop shop = limited(limits().setMaxUses(1));
    shop.record(
        order("o-1").addCodes(code("ANNA10")), start("o-1", "sub-1").addCodes(code("ANNA10")));
    shop.settled("o-1");

    shop.refund(cancellation("o-1", "r-1"));
    shop.settled("o-1");
    assertThat(state(shop, "o-1")).startsWith("USED");
    shop.refund(ofStart(cancellation("o-1", "r-1")));
    shop.settled("o-1");

    assertThat(state(shop, "o-1")).startsWith("RELEASED");
    assertThat(usage(shop)).isEqualTo(NONE);
  }

  @Test
  void a_checkout_over_the_limit_is_flagged_wherever_it_is_recorded_and_no_more_when_cancelled() {
    Shop shop = limited(limits().setMaxUses(1));
    reserve(shop, "holder");
    shop.record(
        order("o-1").addCodes(code("ANNA10")), start("o-1", "sub-1").addCodes(code("ANNA10")));

    assertThat(shop.settled("o-1").getNotesList()).hasSize(1);
    assertThat(notesOfStart(shop, "o-1")).isEqualTo(1);
    shop.refund(cancellation("o-1", "r-1"), ofStart(cancellation("o-1", "r-1")));
    assertThat(shop.settled("o-1").getNotesList()).isEmpty();
    assertThat(notesOfStart(shop, "o-1")).isZero();
  }

  @Test
  void whoever_has_a_subscription_has_ordered_before_but_not_by_the_same_checkout() {
    Shop shop = limited(limits().setFirstOrderOnly(true));
    shop.record(
        start("o-1", "sub-1").setCustomerId("ann").addCodes(code("ANNA10")),
        order("o-1").setCustomerId("ann").addCodes(code("ANNA10")));
    shop.settled("o-1");
    settled(
        shop,
        order("o-2")
            .setCustomerId("ann")
            .setConversionTime(Samples.time(Orders.TIME.plusSeconds(60)))
            .addCodes(code("ANNA10")));

    assertThat(state(shop, "o-1")).startsWith("USED");
    assertThat(state(shop, "o-2")).startsWith("OVER_LIMIT");
    assertThat(shop.reserve(wish("o-3").setCustomerId("ann")).getReason().name())
        .endsWith("NOT_FIRST_ORDER");
  }

  private static int notesOfStart(Shop shop, String orderId) {
    return shop.settled(ConversionType.CONVERSION_TYPE_SUBSCRIPTION_START, orderId).getNotesCount();
  }

  private static Refund.Builder ofStart(Refund.Builder refund) {
    return refund.setType(ConversionType.CONVERSION_TYPE_SUBSCRIPTION_START);
  }

  private Shop limited(CodeLimits.Builder limits) {
    return new Shop(service).has(Samples.code("ANNA10").setLimits(limits));
  }

  private static CodeLimits.Builder limits() {
    return CodeLimits.newBuilder();
  }

  private static ReservePromoCodeRequest.Builder wish(String orderKey) {
    return ReservePromoCodeRequest.newBuilder()
        .setCode("ANNA10")
        .setOrderKey(orderKey)
        .setAmount(Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(10_000))
        .setDiscount(Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(500));
  }

  private static String reserve(Shop shop, String orderKey) {
    return shop.reserve(wish(orderKey)).getReason().name().substring("ERROR_REASON_".length());
  }

  private static void settled(Shop shop, Conversion.Builder order) {
    shop.record(order);
    shop.settled(order.getType(), order.getOrderId());
  }

  private String state(Shop shop, String orderKey) {
    return view.state(shop.workspace(), "ANNA10", orderKey);
  }

  private CodeUsage usage(Shop shop) {
    return view.usage(shop.workspace(), "ANNA10");
  }
}
