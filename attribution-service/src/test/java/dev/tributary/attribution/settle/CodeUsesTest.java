package dev.tributary.attribution.settle;

import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.conversion.Orders.cancellation;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.refund;
import static dev.tributary.attribution.conversion.Orders.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.promocode.CodeUsage;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What recorded orders use of their codes. */
abstract class CodeUsesTest extends CodeUseCalls {
  CodeUsesTest(TestDatabases kind) {
    super(kind);
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
}
