package dev.tributary.attribution.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The ledger of one conversion, by examples. */
class CreditLedgerTest {
  @Test
  void credits_add_up_to_the_base_and_the_first_gets_the_odd_unit() {
    ALedger order = ALedger.of(10_000, "anna", "bo", "cem");

    assertThat(order.nets()).containsExactly(3_334L, 3_333L, 3_333L);
    assertThat(order.now().balance().credits())
        .extracting(Credit::conversionMillionths)
        .containsExactly(333_334, 333_333, 333_333);
    assertThat(order.now().postings())
        .extracting(Posting::kind)
        .containsOnly(PostingKind.CREDIT)
        .hasSize(3);
  }

  @Test
  void a_full_refund_leaves_exactly_nothing_for_anyone() {
    ALedger order =
        ALedger.of(10_000, "anna", "bo", "cem").refunded("r1", 3_333).refunded("r2", 6_667);

    assertThat(order.nets()).containsExactly(0L, 0L, 0L);
    assertThat(order.now().balance().refundedMinor()).isEqualTo(10_000);
  }

  @Test
  void a_refund_is_split_by_what_each_has_left() {
    ALedger order = ALedger.of(100, "anna", "bo", "cem").refunded("r1", 1).refunded("r2", 1);

    assertThat(order.amountsOf(1)).containsExactly(34L, 33L, 33L);
    assertThat(order.amountsOf(2)).containsExactly(-1L);
    assertThat(order.amountsOf(3)).containsExactly(-1L);
    assertThat(order.nets()).containsExactly(32L, 33L, 33L);
  }

  @Test
  void what_exceeds_the_rest_is_held_as_excess() {
    ALedger order = ALedger.of(10_000, "anna").refunded("r1", 7_000).refunded("r2", 7_000);

    assertThat(order.now().balance().outcomes())
        .containsEntry("r1", new RefundOutcome(7_000, 0))
        .containsEntry("r2", new RefundOutcome(3_000, 4_000));
    assertThat(order.now().balance().excessMinor()).isEqualTo(4_000);
    assertThat(order.nets()).containsExactly(0L);
  }

  @Test
  void a_refund_of_shipping_alone_posts_nothing() {
    ALedger order = ALedger.of(10_000, "anna").refunded("r1", 0);

    assertThat(order.amountsOf(2)).isEmpty();
    assertThat(order.now().balance().outcomes()).containsEntry("r1", new RefundOutcome(0, 0));
  }

  @Test
  void a_cancellation_takes_all_that_is_left_and_the_conversion_with_it() {
    ALedger order = ALedger.of(10_000, "anna", "bo").refunded("r1", 1_000).cancelled("c1");

    assertThat(order.nets()).containsExactly(0L, 0L);
    assertThat(order.now().balance().cancelled()).isTrue();
    assertThat(order.now().balance().outcomes()).containsEntry("c1", new RefundOutcome(9_000, 0));
    assertThat(millionthsOf(order)).isZero();
  }

  @Test
  void a_second_cancellation_takes_nothing_more() {
    ALedger order = ALedger.of(10_000, "anna").cancelled("c1").cancelled("c2");

    assertThat(order.amountsOf(3)).isEmpty();
    assertThat(millionthsOf(order)).isZero();
  }

  @Test
  void a_goal_without_amount_is_a_conversion_all_the_same() {
    ALedger lead = ALedger.of(0, "anna");

    assertThat(lead.now().postings()).hasSize(1);
    assertThat(millionthsOf(lead)).isEqualTo(Balance.WHOLE);
    assertThat(millionthsOf(lead.cancelled("c1"))).isZero();
  }

  @Test
  void an_amendment_changes_what_was_earned_and_applies_every_refund_again() {
    ALedger order = ALedger.of(10_000, "anna", "bo").refunded("r1", 4_000).amendedTo(3_000);

    assertThat(order.nets()).containsExactly(0L, 0L);
    assertThat(order.now().balance().outcomes())
        .containsEntry("r1", new RefundOutcome(3_000, 1_000));
    assertThat(order.amountsOf(3)).containsExactly(-3_500L, -3_500L, 500L, 500L);

    order.amendedTo(9_000);

    assertThat(order.nets()).containsExactly(2_500L, 2_500L);
    assertThat(order.now().balance().outcomes()).containsEntry("r1", new RefundOutcome(4_000, 0));
  }

  @Test
  void a_voided_order_earns_nothing_until_it_is_paid_after_all() {
    ALedger order = ALedger.of(10_000, "anna", "bo", "cem").refunded("r1", 1_000);
    List<Long> before = order.nets();

    order.voided(true);

    assertThat(order.nets()).containsExactly(0L, 0L, 0L);
    assertThat(order.now().balance().credits()).extracting(Credit::grossMinor).containsOnly(0L);
    assertThat(order.now().balance().outcomes()).containsEntry("r1", new RefundOutcome(0, 1_000));
    assertThat(millionthsOf(order)).isZero();

    order.voided(false);

    assertThat(order.nets()).isEqualTo(before);
    assertThat(millionthsOf(order)).isEqualTo(Balance.WHOLE);
  }

  @Test
  void an_order_recorded_as_voided_posts_nothing_at_all() {
    ALedger order = ALedger.of(List.of(new Share(CreditKey.UNATTRIBUTED, 1)), 10_000, true);

    assertThat(order.now().postings()).isEmpty();
    assertThat(order.voided(false).amountsOf(2)).containsExactly(10_000L);
  }

  @Test
  void gross_and_refunded_can_each_be_added_up_from_postings_alone() {
    ALedger order =
        ALedger.of(10_000, "anna").refunded("r1", 2_000).amendedTo(12_000).refunded("r2", 500);

    assertThat(sum(order, "")).isEqualTo(12_000);
    assertThat(sum(order, "r1")).isEqualTo(-2_000);
    assertThat(sum(order, "r2")).isEqualTo(-500);
  }

  @Test
  void what_cannot_be_a_ledger_is_refused() {
    Share share = new Share(CreditKey.UNATTRIBUTED, 1);

    assertThatThrownBy(() -> ALedger.of(List.of(share, share), 1, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ALedger.of(List.of(share), -1, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ALedger.of(1, "anna").refunded("r1", 1).refunded("r1", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RefundClaim.part("r1", -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Share(CreditKey.UNATTRIBUTED, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static long sum(ALedger order, String refundId) {
    return order.now().postings().stream()
        .filter(posting -> posting.refundId().equals(refundId))
        .mapToLong(Posting::amountMinor)
        .sum();
  }

  private static long millionthsOf(ALedger order) {
    return order.now().postings().stream().mapToLong(Posting::conversionMillionths).sum();
  }
}
