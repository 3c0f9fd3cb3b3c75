package dev.tributary.attribution.conversion;

import static dev.tributary.attribution.conversion.Given.ORDER;
import static dev.tributary.attribution.conversion.Given.POLICY;
import static dev.tributary.attribution.conversion.Given.RECEIVED;
import static dev.tributary.attribution.conversion.Given.TIME;
import static dev.tributary.attribution.conversion.Given.amendment;
import static dev.tributary.attribution.conversion.Given.cancellation;
import static dev.tributary.attribution.conversion.Given.nets;
import static dev.tributary.attribution.conversion.Given.order;
import static dev.tributary.attribution.conversion.Given.recorded;
import static dev.tributary.attribution.conversion.Given.refund;
import static dev.tributary.attribution.conversion.Given.sharedBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.credit.Component;
import dev.tributary.attribution.credit.Posting;
import dev.tributary.attribution.credit.RefundOutcome;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One order and all that comes for it, in whatever order it comes. */
class OrderHistoryTest {
  @Test
  void what_came_before_the_order_waits_for_it() {
    OrderHistory waiting =
        OrderHistory.nothing(ORDER)
            .changed(refund("r1", 4_000), RECEIVED)
            .changed(amendment("a1", -2_000), RECEIVED);

    assertThat(waiting.state(refund("r1", 4_000))).isEqualTo(RefundState.HELD);
    assertThat(waiting.outcome(refund("r1", 4_000))).isEqualTo(new RefundOutcome(0, 0));

    OrderHistory arrived = waiting.recorded(order(10_000), sharedBy("anna"), POLICY, RECEIVED);

    assertThat(nets(arrived)).containsExactly(4_000L);
    assertThat(arrived.state(refund("r1", 4_000))).isEqualTo(RefundState.APPLIED);
    assertThat(arrived.conversion().orElseThrow().made())
        .extracting(Revision::reason)
        .containsExactly(RevisionReason.RECORDED, RevisionReason.REFUNDED, RevisionReason.AMENDED);
  }

  @Test
  void each_step_is_a_revision_and_takes_effect_at_its_own_time() {
    OrderHistory history =
        recorded(order(10_000), "anna")
            .changed(amendment("a1", 1_000), RECEIVED)
            .changed(refund("r1", 500), RECEIVED)
            .paid(new Payment(PaymentState.VOIDED, TIME.plusSeconds(300)), RECEIVED);

    List<Posting> postings = history.conversion().orElseThrow().ledger().postings();
    assertThat(postings).extracting(Posting::revision).containsExactly(1, 2, 3, 4, 4);
    assertThat(postings)
        .extracting(Posting::effectiveTime)
        .containsExactly(
            TIME,
            TIME.plusSeconds(30),
            TIME.plusSeconds(60),
            TIME.plusSeconds(300),
            TIME.plusSeconds(300));
    assertThat(postings).extracting(Posting::amendmentId).containsExactly("", "a1", "", "", "");
    assertThat(postings).extracting(Posting::refundId).containsExactly("", "", "r1", "", "r1");
  }

  @Test
  void a_change_in_another_currency_never_applies() {
    OrderHistory direct = recorded(order(10_000), "anna");
    OrderHistory held =
        OrderHistory.nothing(ORDER)
            .changed(refund("r1", 4_000, "USD"), RECEIVED)
            .recorded(order(10_000), sharedBy("anna"), POLICY, RECEIVED);

    assertThat(reason(direct, refund("r1", 4_000, "USD")))
        .isEqualTo(ErrorReason.ERROR_REASON_CURRENCY_MISMATCH);
    assertThat(nets(held)).containsExactly(10_000L);
    assertThat(held.state(refund("r1", 4_000, "USD"))).isEqualTo(RefundState.HELD);
    assertThat(held.conversion().orElseThrow().notes())
        .containsExactly(
            new Note(
                NoteKind.HELD_DOES_NOT_FIT,
                "refund r1 came before the order and stays held: currency_code \"USD\" (expected:"
                    + " the order's, \"EUR\")"));
  }

  @Test
  void an_amendment_that_leaves_a_negative_base_does_not_fit() {
    OrderHistory history = recorded(order(10_000), "anna");

    assertThat(history.misfit(amendment("a1", -10_000))).isEmpty();
    assertThat(field(history, amendment("a1", -10_001))).isEqualTo("changes.items_minor");
    assertThat(field(history, amendment("a1", Component.DISCOUNT, 10_001, "EUR")))
        .isEqualTo("changes");
    assertThat(field(history, amendment("a1", Component.TIP, -1, "EUR")))
        .isEqualTo("changes.tip_minor");
  }

  @Test
  void one_held_change_that_does_not_fit_stands_in_nobodys_way() {
    OrderHistory history =
        OrderHistory.nothing(ORDER)
            .changed(amendment("a1", -20_000), RECEIVED)
            .changed(amendment("a2", -1_000), RECEIVED)
            .recorded(order(10_000), sharedBy("anna"), POLICY, RECEIVED);

    assertThat(nets(history)).containsExactly(9_000L);
    assertThat(history.isApplied(amendment("a1", -20_000))).isFalse();
    assertThat(history.isApplied(amendment("a2", -1_000))).isTrue();
  }

  @Test
  void refunds_and_amendments_have_ids_of_their_own() {
    OrderHistory history = recorded(order(10_000), "anna").changed(refund("1", 100), RECEIVED);

    assertThat(history.known(amendment("1", 100))).isEmpty();
    assertThat(history.known(refund("1", 999))).contains(refund("1", 100));
  }

  @Test
  void a_payment_that_comes_late_changes_nothing() {
    OrderHistory history =
        recorded(order(10_000), "anna")
            .paid(new Payment(PaymentState.PAID, TIME.plusSeconds(20)), RECEIVED)
            .paid(new Payment(PaymentState.VOIDED, TIME.plusSeconds(10)), RECEIVED);

    RecordedConversion recorded = history.conversion().orElseThrow();
    assertThat(nets(history)).containsExactly(10_000L);
    assertThat(recorded.payment().time()).isEqualTo(TIME.plusSeconds(20));
    assertThat(recorded.revision().revision()).isEqualTo(1);
  }

  @Test
  void a_shop_that_tells_no_times_gets_from_pending_to_paid() {
    Payment pending = new Payment(PaymentState.PENDING, TIME);
    OrderHistory history =
        recorded(order(ORDER, 10_000, pending), "anna")
            .paid(new Payment(PaymentState.PAID, TIME), RECEIVED)
            .paid(pending, RECEIVED);

    RecordedConversion recorded = history.conversion().orElseThrow();
    assertThat(recorded.payment().state()).isEqualTo(PaymentState.PAID);
    assertThat(recorded.revision().reason()).isEqualTo(RevisionReason.PAYMENT_CHANGED);
    assertThat(recorded.ledger().postings()).hasSize(1);
  }

  @Test
  void what_remains_after_a_cancellation_is_nothing_even_if_the_order_grows() {
    OrderHistory history =
        recorded(order(10_000), "anna", "bo")
            .changed(cancellation("c1"), RECEIVED)
            .changed(amendment("a1", 5_000), RECEIVED);

    assertThat(nets(history)).containsExactly(0L, 0L);
    assertThat(history.outcome(cancellation("c1"))).isEqualTo(new RefundOutcome(15_000, 0));
  }

  private static ErrorReason reason(OrderHistory history, Change change) {
    return history.misfit(change).map(Rejected::reason).orElseThrow();
  }

  private static String field(OrderHistory history, Change change) {
    return history.misfit(change).map(Rejected::field).orElseThrow();
  }
}
