package dev.tributary.attribution.reconciliation;

import static dev.tributary.attribution.reconciliation.ALedgerOrder.ours;
import static dev.tributary.attribution.reconciliation.AShopOrder.MARCH;
import static dev.tributary.attribution.reconciliation.AShopOrder.NOON;
import static dev.tributary.attribution.reconciliation.AShopOrder.by;
import static dev.tributary.attribution.reconciliation.AShopOrder.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each class of difference between a shop's order and the ledger's. */
class ComparisonTest {

  @Test
  void an_order_that_both_count_alike_has_no_difference() {
    assertThat(compared(shop(10_000).with("EMILY10"), ours(10_000).credited("EMILY10"))).isEmpty();
    assertThat(compared(shop(10_000), ours(10_000))).isEmpty();
    assertThat(
            compared(
                shop(10_000).refunded(3_000).with("A", 30).with("B", 70),
                ours(10_000).refunded(3_000, 0).credited("A", 2_100).credited("B", 4_900)))
        .isEmpty();
  }

  @Test
  @Names("DifferenceClass.MISSING_HERE")
  void an_order_that_was_never_recorded_is_missing_here() {
    assertThat(onlyThere(shop(10_000).with("EMILY10").refunded(1_000), 0))
        .containsExactly("MISSING_HERE 2026-03-10 EMILY10 -9000");
  }

  @Test
  void a_refund_that_waits_for_an_order_missing_here_is_held() {
    assertThat(onlyThere(shop(10_000).refunded(4_000), 3_000))
        .containsExactly("HELD 2026-03-10  3000", "MISSING_HERE 2026-03-10  -9000");
    assertThat(onlyThere(shop(10_000).refunded(4_000), Long.MAX_VALUE))
        .containsExactly("HELD 2026-03-10  4000", "MISSING_HERE 2026-03-10  -10000");
  }

  @Test
  @Names("DifferenceClass.MISSING_THERE")
  void an_order_that_the_shop_does_not_list_is_missing_there() {
    assertThat(told(Comparison.onlyHere(ours(10_000).credited("EMILY10").build(), MARCH)))
        .containsExactly("MISSING_THERE 2026-03-10 EMILY10 10000");
  }

  @Test
  @Names("DifferenceClass.TEST")
  void a_test_on_one_side_only_is_a_test() {
    assertThat(compared(shop(10_000).isTest(), ours(10_000)))
        .containsExactly("TEST 2026-03-10  10000");
    assertThat(compared(shop(10_000), ours(10_000).isTest()))
        .containsExactly("TEST 2026-03-10  -10000");
    assertThat(compared(shop(10_000).isTest(), ours(10_000).isTest())).isEmpty();
    assertThat(onlyThere(shop(10_000).isTest(), 0)).isEmpty();
    assertThat(told(Comparison.onlyHere(ours(10_000).isTest().build(), MARCH))).isEmpty();
  }

  @Test
  @Names("DifferenceClass.REFUND")
  void money_given_back_on_one_side_only_is_a_refund() {
    assertThat(compared(shop(10_000).refunded(2_500), ours(10_000)))
        .containsExactly("REFUND 2026-03-10  2500");
    assertThat(compared(shop(10_000), ours(10_000).refunded(2_500, 0)))
        .containsExactly("REFUND 2026-03-10  -2500");
    assertThat(compared(shop(10_000).refunded(2_500), ours(10_000).refunded(1_000, 0)))
        .containsExactly("REFUND 2026-03-10  1500");
  }

  @Test
  void an_order_cancelled_or_voided_on_one_side_only_is_a_refund() {
    assertThat(compared(shop(10_000).isCancelled(), ours(10_000)))
        .containsExactly("REFUND 2026-03-10  10000");
    assertThat(compared(shop(10_000), ours(10_000).isVoided()))
        .containsExactly("REFUND 2026-03-10  -10000");
    assertThat(compared(shop(10_000).isCancelled(), ours(10_000).isVoided())).isEmpty();
    assertThat(compared(shop(10_000).isCancelled(), ours(10_000).refunded(10_000, 0))).isEmpty();
  }

  @Test
  @Names("DifferenceClass.HELD")
  void a_refund_of_more_than_is_left_is_held() {
    assertThat(compared(shop(10_000).refunded(12_000), ours(10_000).refunded(10_000, 2_000)))
        .containsExactly("HELD 2026-03-10  2000");
    assertThat(compared(shop(10_000).refunded(12_000), ours(10_000).refunded(10_000, 1_500)))
        .containsExactly("HELD 2026-03-10  1500", "REFUND 2026-03-10  500");
  }

  @Test
  @Names("DifferenceClass.BASE")
  void tax_shipping_and_tips_in_or_out_are_another_base() {
    assertThat(compared(shop(11_900), ours(10_000).leavesOut(1_900, 500, 0)))
        .containsExactly("BASE 2026-03-10  -1900");
    assertThat(compared(shop(12_500), ours(10_000).leavesOut(1_900, 500, 100)))
        .containsExactly("BASE 2026-03-10  -2500");
    assertThat(compared(shop(12_400), ours(10_000).leavesOut(1_900, 500, 100)))
        .containsExactly("BASE 2026-03-10  -2400");
  }

  @Test
  void another_figure_of_the_shop_that_fits_tells_that_only_the_base_differs() {
    assertThat(compared(shop(11_900).tax(1_900), ours(10_000)))
        .containsExactly("BASE 2026-03-10  -1900");
    assertThat(
            told(
                Comparison.ofBoth(
                    shop(10_000).total(12_400).build(),
                    ours(10_000).build(),
                    by(ShopAmount.TOTAL, 0))))
        .containsExactly("BASE 2026-03-10  -2400");
    assertThat(
            told(
                Comparison.ofBoth(
                    shop(11_900).tax(1_900).build(),
                    ours(10_000).build(),
                    by(ShopAmount.SUBTOTAL_LESS_TAX, 0))))
        .isEmpty();
  }

  @Test
  void a_refund_with_its_tax_is_of_another_base_and_no_other_refund() {
    assertThat(compared(shop(11_900).tax(1_900).refunded(1_190), ours(10_000).refunded(1_000, 0)))
        .containsExactly("BASE 2026-03-10  -1900", "BASE 2026-03-10  190");
    assertThat(
            compared(
                shop(10_000).refunded(12_400),
                ours(10_000).leavesOut(1_900, 500, 0).refunded(10_000, 0)))
        .containsExactly("BASE 2026-03-10  2400");
    assertThat(
            compared(
                shop(10_000).refunded(1_500),
                ours(10_000).refundedWith(1_000, new Extras(0, 500, 0))))
        .containsExactly("BASE 2026-03-10  500");
  }

  @Test
  @Names("DifferenceClass.TIME_ZONE")
  void one_order_on_two_days_is_a_matter_of_the_time_zone() {
    assertThat(compared(shop(10_000).at(NOON.plus(Duration.ofHours(13))), ours(10_000)))
        .containsExactlyInAnyOrder("TIME_ZONE 2026-03-11  -10000", "TIME_ZONE 2026-03-10  10000");
    assertThat(compared(shop(10_000).at(NOON.plus(Duration.ofHours(2))), ours(10_000))).isEmpty();
  }

  @Test
  void an_order_outside_the_range_on_one_side_is_a_matter_of_the_time_zone() {
    assertThat(compared(shop(10_000).at(MARCH.range().end()), ours(10_000)))
        .containsExactly("TIME_ZONE 2026-03-10  10000");
    assertThat(compared(shop(10_000), ours(10_000).at(MARCH.range().start().minusSeconds(1))))
        .containsExactly("TIME_ZONE 2026-03-10  -10000");
    assertThat(compared(shop(10_000).at(MARCH.range().end()), ours(10_000).at(MARCH.range().end())))
        .isEmpty();
  }

  @Test
  @Names("DifferenceClass.CODE_SPELLING")
  void one_code_written_in_two_ways_moves_to_the_spelling_here() {
    assertThat(compared(shop(10_000).with("emily 10"), ours(10_000).credited("EMILY10")))
        .containsExactly(
            "CODE_SPELLING 2026-03-10 EMILY10 10000", "CODE_SPELLING 2026-03-10 emily 10 -10000");
  }

  @Test
  @Names("DifferenceClass.POLICY")
  void a_code_that_the_rules_do_not_credit_is_policy() {
    assertThat(compared(shop(10_000).with("EMILY10"), ours(10_000).typed("EMILY10")))
        .containsExactly("POLICY 2026-03-10  10000", "POLICY 2026-03-10 EMILY10 -10000");
    assertThat(
            compared(
                shop(10_000).with("A", 30).with("B", 70), ours(10_000).typed("A").credited("B")))
        .containsExactly("POLICY 2026-03-10 A -3000", "POLICY 2026-03-10 B 3000");
  }

  @Test
  void a_code_of_an_earlier_order_that_binds_the_customer_is_policy() {
    assertThat(compared(shop(10_000), ours(10_000).bound("EMILY10")))
        .containsExactly("POLICY 2026-03-10  -10000", "POLICY 2026-03-10 EMILY10 10000");
  }

  @Test
  void a_code_that_only_one_side_knows_is_unexplained() {
    assertThat(compared(shop(10_000).with("EMILY10"), ours(10_000)))
        .containsExactly("UNEXPLAINED 2026-03-10  10000", "UNEXPLAINED 2026-03-10 EMILY10 -10000");
    assertThat(compared(shop(10_000), ours(10_000).credited("EMILY10")))
        .containsExactly("UNEXPLAINED 2026-03-10  -10000", "UNEXPLAINED 2026-03-10 EMILY10 10000");
  }

  @Test
  @Names({"DifferenceClass.TOLERATED", "DifferenceClass.UNEXPLAINED"})
  void another_amount_without_a_reason_is_unexplained_unless_the_tolerance_covers_it() {
    assertThat(compared(shop(10_002), ours(10_000))).containsExactly("UNEXPLAINED 2026-03-10  -2");
    assertThat(
            told(
                Comparison.ofBoth(
                    shop(10_002).build(), ours(10_000).build(), by(ShopAmount.SUBTOTAL, 2))))
        .containsExactly("TOLERATED 2026-03-10  -2");
    assertThat(
            told(
                Comparison.ofBoth(
                    shop(10_003).build(), ours(10_000).build(), by(ShopAmount.SUBTOTAL, 2))))
        .containsExactly("UNEXPLAINED 2026-03-10  -3");
  }

  @Test
  void another_currency_is_unexplained_in_both() {
    assertThat(
            Comparison.ofBoth(shop(10_000).in("USD").build(), ours(10_000).build(), MARCH)
                .differences())
        .extracting(
            difference ->
                difference.why()
                    + " "
                    + difference.cell().currency()
                    + " "
                    + difference.amountMinor())
        .containsExactly("UNEXPLAINED EUR 10000", "UNEXPLAINED USD -10000");
  }

  @Test
  void several_reasons_of_one_order_are_told_apart() {
    assertThat(
            compared(
                shop(11_900).tax(1_900).with("emily10").at(NOON.plus(Duration.ofHours(13))),
                ours(10_000).refunded(400, 0).credited("EMILY10")))
        .containsExactly(
            "BASE 2026-03-11 emily10 -1900",
            "REFUND 2026-03-11 emily10 -400",
            "TIME_ZONE 2026-03-10 emily10 9600",
            "TIME_ZONE 2026-03-11 emily10 -9600",
            "CODE_SPELLING 2026-03-10 EMILY10 9600",
            "CODE_SPELLING 2026-03-10 emily10 -9600");
  }

  private static List<String> compared(AShopOrder shop, ALedgerOrder ours) {
    return told(Comparison.ofBoth(shop.build(), ours.build(), MARCH));
  }

  private static List<String> onlyThere(AShopOrder shop, long heldMinor) {
    return told(Comparison.onlyThere(shop.build(), heldMinor, MARCH));
  }

  private static List<String> told(Comparison comparison) {
    return comparison.differences().stream()
        .map(
            each ->
                "%s %s %s %d"
                    .formatted(
                        each.why(), each.cell().day(), each.cell().code(), each.amountMinor()))
        .toList();
  }
}
