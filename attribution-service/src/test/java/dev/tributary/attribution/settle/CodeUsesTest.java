package dev.tributary.attribution.settle;

import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.conversion.Orders.cancellation;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.refund;
import static dev.tributary.attribution.conversion.Orders.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.promocode.CodeUsage;
import dev.tributary.attribution.promocode.UsesView;
import dev.tributary.attribution.v1.CodeLimits;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionNote;
import dev.tributary.attribution.v1.ConversionNoteKind;
import dev.tributary.attribution.v1.ListConversionsRequest;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeResponse;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Money;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What recorded orders use of their codes. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class CodeUsesTest {
  private final TestAttribution service;
  private final UsesView view;

  CodeUsesTest(TestDatabases kind) {
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
  void a_hold_becomes_a_use_when_its_order_is_recorded() {
    Shop shop = limited(limits().setMaxUses(1));
    assertThat(reserve(shop, "o-1")).isEqualTo("UNSPECIFIED");

    settled(shop, order("o-1").addCodes(code("ANNA10", 500)));

    assertThat(state(shop, "o-1")).isEqualTo("USED 2");
    assertThat(usage(shop)).isEqualTo(new CodeUsage(1, 0, 0));
    assertThat(reserve(shop, "o-2")).isEqualTo("LIMIT_TOTAL");
  }

  @Test
  void what_was_reserved_is_used_also_when_the_order_does_not_name_the_code() {
    Shop shop = limited(limits().setMaxUses(1));
    reserve(shop, "o-1");

    settled(shop, order("o-1"));

    assertThat(state(shop, "o-1")).isEqualTo("USED 2");
  }

  @Test
  void an_order_that_reserved_nothing_takes_a_free_use_whoever_enforces_the_code() {
    Shop shop = limited(limits().setMaxUses(1));

    settled(shop, order("o-1").addCodes(code("ANNA10", 500)));

    assertThat(state(shop, "o-1")).isEqualTo("USED 1");
    assertThat(usage(shop)).isEqualTo(new CodeUsage(1, 0, 0));
    assertThat(reserve(shop, "o-2")).isEqualTo("LIMIT_TOTAL");
    assertThat(shop.settled("o-1").getNotesList()).isEmpty();
  }

  @Test
  void an_order_that_comes_after_its_hold_expired_or_was_released_takes_a_free_use_again() {
    Shop shop = limited(limits().setMaxUses(2));
    reserve(shop, "late");
    service.clock().advance(Duration.ofMinutes(15));
    reserve(shop, "left");
    shop.release("ANNA10", "left");
    assertThat(state(shop, "late")).isEqualTo("EXPIRED 2");
    assertThat(state(shop, "left")).isEqualTo("RELEASED 2");

    settled(shop, order("late").addCodes(code("ANNA10")));
    settled(shop, order("left").addCodes(code("ANNA10")));

    assertThat(state(shop, "late")).isEqualTo("USED 3");
    assertThat(state(shop, "left")).isEqualTo("USED 3");
    assertThat(usage(shop)).isEqualTo(new CodeUsage(2, 0, 0));
  }

  @Test
  void an_order_over_the_limit_is_credited_all_the_same_and_flagged_wherever_it_is_read() {
    Shop shop = limited(limits().setMaxUses(1));
    reserve(shop, "holder");
    Conversion.Builder order = order("o-1").addCodes(code("ANNA10", 500));

    settled(shop, order);

    ConversionNote note =
        ConversionNote.newBuilder()
            .setKind(ConversionNoteKind.CONVERSION_NOTE_KIND_OVER_LIMIT)
            .setCodeId("ANNA10")
            .setReason(ErrorReason.ERROR_REASON_LIMIT_TOTAL)
            .setMessage("ANNA10: uses limited to 1; 0 used and 1 held by others")
            .build();
    assertThat(shop.settled("o-1").getNotesList()).containsExactly(note);
    assertThat(shop.settled("o-1").getAttribution().getCredits(0).getNetMinor()).isEqualTo(10_000);
    assertThat(shop.settled("o-1").getAttribution().getRevision()).isEqualTo(1);
    assertThat(shop.explain("o-1").getNotesList()).containsExactly(note);
    assertThat(shop.record(order).get(0).getNotesList()).containsExactly(note);
    assertThat(
            shop.conversions()
                .listConversions(
                    ListConversionsRequest.newBuilder()
                        .setNote(ConversionNoteKind.CONVERSION_NOTE_KIND_OVER_LIMIT)
                        .build())
                .getConversions(0)
                .getNotesList())
        .containsExactly(note);
    assertThat(usage(shop)).isEqualTo(new CodeUsage(0, 1, 1));
  }

  @Test
  void every_limit_flags_with_its_figures() {
    Shop shop =
        new Shop(service)
            .has(
                limitedCode("EACH", limits().setMaxUsesPerCustomer(1)),
                limitedCode("BUDGET", limits().setBudget(eur(1_500))),
                limitedCode("LEAST", limits().addMinimumAmounts(eur(10_001))),
                limitedCode("FIRST", limits().setFirstOrderOnly(true)));
    settled(shop, order("o-1").setCustomerId("eva").addCodes(code("EACH", 0)));
    settled(shop, order("o-2").setCustomerId("bo").addCodes(code("BUDGET", 1_000)));

    assertThat(flag(shop, order("o-3").setCustomerId("eva").addCodes(code("EACH"))))
        .isEqualTo(
            "LIMIT_CUSTOMER EACH: uses per customer limited to 1; 1 used and 0 held by other orders of"
                + " the customer");
    assertThat(flag(shop, order("o-4").addCodes(code("EACH"))))
        .isEqualTo("CUSTOMER_NOT_TOLD EACH: limits for each customer, and the order tells none");
    assertThat(flag(shop, order("o-5").addCodes(code("BUDGET", 501))))
        .isEqualTo(
            "LIMIT_BUDGET BUDGET: discounts limited to 15.00 EUR; 10.00 EUR used and 0.00 EUR held"
                + " by others, 5.01 EUR wanted");
    assertThat(flag(shop, order("o-6").setCurrencyCode("USD").addCodes(code("BUDGET", 1))))
        .isEqualTo("CURRENCY_MISMATCH BUDGET: limits in EUR, the order is in USD");
    assertThat(flag(shop, order("o-7").addCodes(code("LEAST"))))
        .isEqualTo(
            "MINIMUM_AMOUNT LEAST: for orders from 100.01 EUR, this one is worth 100.00 EUR before"
                + " discounts");
    assertThat(flag(shop, order("o-8").setCustomerId("eva").addCodes(code("FIRST"))))
        .isEqualTo(
            "NOT_FIRST_ORDER FIRST: for first orders only, and the customer has another one");
    assertThat(flag(shop, order("o-9").setCustomerId("new").addCodes(code("FIRST")))).isEmpty();
  }

  @Test
  void of_two_first_orders_recorded_at_once_the_earlier_one_is_the_first() {
    Shop shop = new Shop(service).has(limitedCode("FIRST", limits().setFirstOrderOnly(true)));
    Conversion.Builder first = order("b").setCustomerId("eva").addCodes(code("FIRST"));
    shop.record(order("a").setCustomerId("eva").addCodes(code("FIRST")), first);

    assertThat(shop.settled("a").getNotesList()).isEmpty();
    assertThat(shop.settled("b").getNotesList()).hasSize(1);
  }

  @Test
  void a_voided_order_gives_its_use_back_once_and_takes_one_again_when_it_is_paid_after_all() {
    Shop shop = limited(limits().setMaxUses(1));
    Conversion.Builder order = order("o-1").addCodes(code("ANNA10"));
    settled(shop, order);

    settled(shop, paid(order, PaymentState.PAYMENT_STATE_VOIDED, 1));
    assertThat(state(shop, "o-1")).isEqualTo("RELEASED 2");
    assertThat(usage(shop)).isEqualTo(new CodeUsage(0, 0, 0));
    shop.refund(refund("o-1", "r-1", 1));
    shop.settled("o-1");
    assertThat(state(shop, "o-1")).isEqualTo("RELEASED 2");

    settled(shop, paid(order, PaymentState.PAYMENT_STATE_PAID, 2));
    assertThat(state(shop, "o-1")).isEqualTo("USED 3");
    assertThat(usage(shop)).isEqualTo(new CodeUsage(1, 0, 0));
  }

  @Test
  void a_cancelled_order_gives_its_use_back_and_a_refunded_one_does_not() {
    Shop shop = limited(limits().setMaxUses(5));
    settled(shop, order("cancelled").addCodes(code("ANNA10")));
    settled(shop, order("refunded").addCodes(code("ANNA10")));

    shop.refund(cancellation("cancelled", "c-1"), refund("refunded", "r-1", 10_000));
    shop.settled("cancelled");
    shop.settled("refunded");

    assertThat(state(shop, "cancelled")).isEqualTo("RELEASED 2");
    assertThat(state(shop, "refunded")).isEqualTo("USED 1");
    assertThat(usage(shop)).isEqualTo(new CodeUsage(1, 0, 0));
  }

  @Test
  void an_order_that_was_cancelled_before_it_came_uses_nothing() {
    Shop shop = limited(limits().setMaxUses(5));
    shop.refund(cancellation("o-1", "c-1"));

    settled(shop, order("o-1").addCodes(code("ANNA10")));

    assertThat(state(shop, "o-1")).isEqualTo("NONE");
  }

  @Test
  void a_hold_of_a_failed_order_stays_until_its_time_since_it_may_be_paid_again() {
    Shop shop = limited(limits().setMaxUses(1));
    reserve(shop, "o-1");
    Conversion.Builder order = order("o-1").addCodes(code("ANNA10"));

    settled(shop, paid(order, PaymentState.PAYMENT_STATE_VOIDED, 1));
    assertThat(state(shop, "o-1")).isEqualTo("HELD 1");
    settled(shop, paid(order, PaymentState.PAYMENT_STATE_PAID, 2));

    assertThat(state(shop, "o-1")).isEqualTo("USED 2");
  }

  @Test
  void an_order_over_the_limit_stays_so_when_a_use_becomes_free_later() {
    Shop shop = limited(limits().setMaxUses(1));
    reserve(shop, "holder");
    settled(shop, order("o-1").addCodes(code("ANNA10")));
    shop.release("ANNA10", "holder");

    shop.refund(refund("o-1", "r-1", 100));
    shop.settled("o-1");

    assertThat(state(shop, "o-1")).isEqualTo("OVER_LIMIT 1");
    assertThat(reserve(shop, "o-1")).isEqualTo("LIMIT_TOTAL");
    assertThat(reserve(shop, "o-2")).isEqualTo("UNSPECIFIED");
  }

  @Test
  void an_order_over_the_limit_that_is_voided_is_flagged_no_more_and_judged_again_when_paid() {
    Shop shop = limited(limits().setMaxUses(1));
    reserve(shop, "holder");
    Conversion.Builder order = order("o-1").addCodes(code("ANNA10"));
    settled(shop, order);

    settled(shop, paid(order, PaymentState.PAYMENT_STATE_VOIDED, 1));
    assertThat(shop.settled("o-1").getNotesList()).isEmpty();
    assertThat(usage(shop)).isEqualTo(new CodeUsage(0, 1, 0));

    settled(shop, paid(order, PaymentState.PAYMENT_STATE_PAID, 2));
    assertThat(shop.settled("o-1").getNotesList()).hasSize(1);
    settled(shop, paid(order, PaymentState.PAYMENT_STATE_VOIDED, 3));
    shop.release("ANNA10", "holder");
    settled(shop, paid(order, PaymentState.PAYMENT_STATE_PAID, 4));
    assertThat(shop.settled("o-1").getNotesList()).isEmpty();
    assertThat(usage(shop)).isEqualTo(new CodeUsage(1, 0, 0));
  }

  @Test
  void a_code_that_is_invalid_when_the_order_is_recorded_is_never_used_by_it() {
    Shop shop =
        new Shop(service)
            .has(Samples.code("OFF").setDisabled(true), Samples.code("ENDED").setEndTime(ago()));
    settled(
        shop, order("o-1").addCodes(code("OFF")).addCodes(code("ENDED")).addCodes(code("LATER")));
    shop.has(Samples.code("LATER"));
    shop.changed(PromoCode.newBuilder().setCodeId("OFF").build(), "disabled");

    shop.refund(refund("o-1", "r-1", 100));
    shop.settled("o-1");

    for (String codeId : new String[] {"OFF", "ENDED", "LATER"}) {
      assertThat(view.state(shop.workspace(), codeId, "o-1")).isEqualTo("NONE");
    }
  }

  @Test
  void limits_that_are_set_later_do_not_judge_an_order_again() {
    Shop shop = new Shop(service).has(Samples.code("ANNA10"));
    settled(shop, order("o-1").addCodes(code("ANNA10")));
    settled(shop, order("o-2").addCodes(code("ANNA10")));
    shop.changed(
        PromoCode.newBuilder().setCodeId("ANNA10").setLimits(limits().setMaxUses(1)).build(),
        "limits");

    shop.refund(refund("o-2", "r-1", 100));

    assertThat(shop.settled("o-2").getNotesList()).isEmpty();
    assertThat(usage(shop)).isEqualTo(new CodeUsage(2, 0, 0));
    assertThat(flag(shop, order("o-3").addCodes(code("ANNA10")))).startsWith("LIMIT_TOTAL");
  }

  @Test
  void several_codes_of_one_order_are_used_each_with_its_own_discount() {
    Shop shop =
        new Shop(service)
            .has(
                limitedCode("TOLD", limits().setBudget(eur(300))),
                limitedCode("REST", limits().setBudget(eur(700))).setOwner(BO),
                limitedCode("NOTHING", limits().setBudget(eur(1))));

    settled(
        shop,
        order("o-1")
            .setComponents(Components.newBuilder().setItemsMinor(10_000).setDiscountMinor(1_000))
            .addCodes(code("REST"))
            .addCodes(code("TOLD", 300))
            .addCodes(code("NOTHING")));

    assertThat(shop.settled("o-1").getNotesList()).isEmpty();
    assertThat(flag(shop, order("o-2").addCodes(code("TOLD", 1)))).startsWith("LIMIT_BUDGET");
    assertThat(flag(shop, order("o-3").addCodes(code("REST", 1)))).startsWith("LIMIT_BUDGET");
    assertThat(flag(shop, order("o-4").addCodes(code("NOTHING", 1)))).isEmpty();
  }

  @Test
  void tests_and_goals_without_a_purchase_use_nothing() {
    Shop shop = limited(limits().setMaxUses(5));
    shop.record(
        order("test").setTest(true).addCodes(code("ANNA10")),
        signUp("sign-up").addCodes(code("ANNA10")),
        order("real").addCodes(code("ANNA10")));
    shop.settled("real");

    assertThat(usage(shop)).isEqualTo(new CodeUsage(1, 0, 0));
  }

  @Test
  void a_code_of_another_shop_is_not_used_by_an_order_with_the_same_number() {
    Shop shop =
        new Shop(service)
            .has(Samples.code("ANNA10"), Samples.code("OTHER").setStorefrontId("outlet"));
    shop.reserve(wish("o-1").setCode("OTHER").setStorefrontId("outlet"));

    settled(shop, order("o-1").addCodes(code("ANNA10")));

    assertThat(view.state(shop.workspace(), "OTHER", "o-1")).isEqualTo("HELD 1");
    assertThat(state(shop, "o-1")).isEqualTo("USED 1");
  }

  @Test
  void an_order_over_the_limits_of_two_codes_has_a_note_for_each() {
    Shop shop =
        new Shop(service)
            .has(
                limitedCode("ONE", limits().addMinimumAmounts(eur(50_000))),
                limitedCode("TWO", limits().addMinimumAmounts(eur(60_000))));

    settled(shop, order("o-1").addCodes(code("ONE")).addCodes(code("TWO")));

    assertThat(shop.settled("o-1").getNotesList())
        .extracting(ConversionNote::getCodeId)
        .containsExactly("ONE", "TWO");
  }

  private Shop limited(CodeLimits.Builder limits) {
    return new Shop(service).has(limitedCode("ANNA10", limits));
  }

  private static PromoCode.Builder limitedCode(String code, CodeLimits.Builder limits) {
    return Samples.code(code).setLimits(limits);
  }

  private static CodeLimits.Builder limits() {
    return CodeLimits.newBuilder();
  }

  private static Timestamp ago() {
    return Samples.time(TestAttribution.NOW.minusSeconds(86_400));
  }

  private static Money eur(long minor) {
    return Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(minor).build();
  }

  private static ReservePromoCodeRequest.Builder wish(String orderKey) {
    return ReservePromoCodeRequest.newBuilder()
        .setCode("ANNA10")
        .setOrderKey(orderKey)
        .setAmount(eur(10_000))
        .setDiscount(eur(500));
  }

  /** Why an order gets no use, without prefix; UNSPECIFIED when it gets one. */
  private static String reserve(Shop shop, String orderKey) {
    ReservePromoCodeResponse answer = shop.reserve(wish(orderKey));
    return answer.getReason().name().substring("ERROR_REASON_".length());
  }

  private static Conversion.Builder paid(Conversion.Builder order, PaymentState state, int after) {
    return order
        .clone()
        .setPaymentState(state)
        .setPaymentStateTime(Samples.time(Orders.TIME.plusSeconds(after)));
  }

  /** Records an order and waits until the settler has seen it. */
  private static void settled(Shop shop, Conversion.Builder order) {
    shop.record(order);
    shop.settled(order.getOrderId());
  }

  /** The reason and the words of an order's note; empty when it has none. */
  private static String flag(Shop shop, Conversion.Builder order) {
    shop.record(order);
    return shop.settled(order.getOrderId()).getNotesList().stream()
        .map(
            note ->
                note.getReason().name().substring("ERROR_REASON_".length())
                    + " "
                    + note.getMessage())
        .findFirst()
        .orElse("");
  }

  private String state(Shop shop, String orderKey) {
    return view.state(shop.workspace(), "ANNA10", orderKey);
  }

  private CodeUsage usage(Shop shop) {
    return view.usage(shop.workspace(), "ANNA10");
  }
}
