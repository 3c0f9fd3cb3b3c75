package dev.tributary.attribution.settle;

import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.refund;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.promocode.CodeUsage;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionNote;
import dev.tributary.attribution.v1.ConversionNoteKind;
import dev.tributary.attribution.v1.ListConversionsRequest;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import org.junit.jupiter.api.Test;

/** Orders that a limit did not allow for: recorded, credited and flagged. */
abstract class OverLimitTest extends CodeUseCalls {
  OverLimitTest(TestDatabases kind) {
    super(kind);
  }

  @Test
  @Names("ConversionNoteKind.OVER_LIMIT")
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
  void a_customer_with_all_own_uses_is_over_the_limit_with_the_next_order() {
    Shop shop = limited(limits().setMaxUsesPerCustomer(1));
    settled(shop, order("o-1").setCustomerId("eva").addCodes(code("ANNA10")));

    assertThat(flag(shop, order("o-2").setCustomerId("eva").addCodes(code("ANNA10"))))
        .isEqualTo(
            "LIMIT_CUSTOMER ANNA10: uses per customer limited to 1; 1 used and 0 held by other"
                + " orders of the customer");
  }

  @Test
  @Names("ErrorReason.CUSTOMER_NOT_TOLD")
  void an_order_that_tells_no_customer_is_over_a_limit_for_each_customer() {
    Shop shop = limited(limits().setMaxUsesPerCustomer(1));

    assertThat(flag(shop, order("o-1").addCodes(code("ANNA10"))))
        .isEqualTo("CUSTOMER_NOT_TOLD ANNA10: limits for each customer, and the order tells none");
  }

  @Test
  void an_order_whose_discount_is_more_than_is_left_of_the_budget_is_over_it() {
    Shop shop = limited(limits().setBudget(eur(1_500)));
    settled(shop, order("o-1").addCodes(code("ANNA10", 1_000)));

    assertThat(flag(shop, order("o-2").addCodes(code("ANNA10", 501))))
        .isEqualTo(
            "LIMIT_BUDGET ANNA10: discounts limited to 15.00 EUR; 10.00 EUR used and 0.00 EUR held"
                + " by others, 5.01 EUR wanted");
  }

  @Test
  void an_order_in_another_currency_than_the_budget_is_over_it() {
    Shop shop = limited(limits().setBudget(eur(1_500)));

    assertThat(flag(shop, order("o-1").setCurrencyCode("USD").addCodes(code("ANNA10", 1))))
        .isEqualTo("CURRENCY_MISMATCH ANNA10: limits in EUR, the order is in USD");
  }

  @Test
  void an_order_that_is_worth_less_than_the_least_amount_is_flagged_by_both_amounts() {
    Shop shop = limited(limits().addMinimumAmounts(eur(10_001)));

    assertThat(flag(shop, order("o-1").addCodes(code("ANNA10"))))
        .isEqualTo(
            "MINIMUM_AMOUNT ANNA10: for orders from 100.01 EUR, this one is worth 100.00 EUR before"
                + " discounts");
  }

  @Test
  void a_second_order_is_flagged_for_a_code_for_first_orders() {
    Shop shop = limited(limits().setFirstOrderOnly(true));
    settled(shop, order("o-1").setCustomerId("eva"));

    assertThat(flag(shop, order("o-2").setCustomerId("eva").addCodes(code("ANNA10"))))
        .isEqualTo(
            "NOT_FIRST_ORDER ANNA10: for first orders only, and the customer has another one");
    assertThat(flag(shop, order("o-3").setCustomerId("new").addCodes(code("ANNA10")))).isEmpty();
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
}
