package dev.tributary.attribution.commission;

import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.commission.Payroll.day;
import static dev.tributary.attribution.commission.Payroll.order;
import static dev.tributary.attribution.commission.Payroll.startOf;
import static dev.tributary.attribution.commission.Payroll.terms;
import static dev.tributary.attribution.conversion.Orders.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.v1.CommissionBonus;
import dev.tributary.attribution.v1.CommissionFee;
import dev.tributary.attribution.v1.CommissionLine;
import dev.tributary.attribution.v1.CommissionLineKind;
import dev.tributary.attribution.v1.CommissionState;
import dev.tributary.attribution.v1.CommissionStatement;
import dev.tributary.attribution.v1.LockPeriodResponse;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.Money;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in a statement. */
abstract class StatementsTest extends StatementCalls {
  StatementsTest(TestDatabases kind) {
    super(kind);
  }

  @Test
  void a_statement_has_a_line_for_each_conversion_and_adds_up() {
    Payroll payroll = payroll();
    payroll.shop().record(order("o-1", 10_000), order("o-2", 500));
    payroll.shop().refund(refund("o-1", "r-1", 2_500));
    toDay(2);

    LockPeriodResponse locked = payroll.lock(day(1));

    CommissionStatement statement = locked.getStatements(0);
    assertThat(statement.getStatementNumber()).isEqualTo(1);
    assertThat(statement.getOwner()).isEqualTo(Samples.ANNA);
    assertThat(statement.getGrossMinor()).isEqualTo(10_500);
    assertThat(statement.getRefundsMinor()).isEqualTo(2_500);
    assertThat(statement.getNetMinor()).isEqualTo(8_000);
    assertThat(statement.getCommissionMinor()).isEqualTo(800);
    assertThat(statement.getPayableMinor()).isEqualTo(800);
    assertThat(statement.getState()).isEqualTo(CommissionState.COMMISSION_STATE_LOCKED);
    assertThat(payroll.lines(1))
        .extracting(
            CommissionLine::getLineNumber,
            CommissionLine::getOrderId,
            CommissionLine::getAmountMinor)
        .containsExactly(tuple(1, "o-1", 750L), tuple(2, "o-2", 50L));
    assertThat(payroll.open().getLineCount()).isZero();
    assertThat(locked.getLock().getStatementCount()).isEqualTo(1);
    assertThat(locked.getPosition()).isEmpty();
  }

  @Test
  void an_order_that_comes_after_the_lock_is_in_the_next_statement() {
    Payroll payroll = payroll();
    payroll.shop().record(order("o-1", 10_000));
    toDay(2);
    payroll.lock(day(1));
    payroll.shop().record(order("late", 5_000));
    toDay(3);

    assertThat(payroll.locked(2)).hasSize(1);
    assertThat(payroll.lines(2))
        .extracting(CommissionLine::getOrderId, CommissionLine::getAdjustment)
        .containsExactly(tuple("late", false));
  }

  @Test
  void what_takes_effect_after_the_period_is_in_the_next_statement() {
    Payroll payroll = payroll();
    payroll.shop().record(order("o-1", 10_000));
    toDay(2);
    payroll.shop().record(order("o-2", 3_000).setConversionTime(time(startOf(2))));
    payroll.shop().refund(refund("o-1", "r-1", 4_000).setRefundTime(time(startOf(2))));

    assertThat(payroll.locked(1).get(0).getNetMinor()).isEqualTo(10_000);
    toDay(3);
    CommissionStatement second = payroll.locked(2).get(0);
    assertThat(second.getCommissionMinor()).isEqualTo(300);
    assertThat(second.getAdjustmentsMinor()).isEqualTo(-400);
    assertThat(second.getRefundsMinor()).isEqualTo(4_000);
    assertThat(second.getPayableMinor()).isZero();
    assertThat(second.getCarryOutMinor()).isEqualTo(-100);
  }

  @Test
  void a_late_refund_appears_in_the_next_statement_with_its_conversion() {
    Payroll payroll = payroll();
    payroll.shop().record(order("o-1", 10_000));
    toDay(2);
    payroll.lock(day(1));
    payroll.pay(Payroll.payment("p-1", 1));
    payroll.shop().refund(refund("o-1", "r-1", 4_000));
    toDay(3);

    CommissionStatement second = payroll.locked(2).get(0);

    assertThat(second.getAdjustmentsMinor()).isEqualTo(-400);
    assertThat(payroll.lines(2))
        .extracting(
            CommissionLine::getOrderId,
            CommissionLine::getAdjustment,
            CommissionLine::getRefundsMinor,
            CommissionLine::getAmountMinor)
        .containsExactly(tuple("o-1", true, 4_000L, -400L));
    assertThat(payroll.lines(1).get(0).getAmountMinor()).isEqualTo(1_000);
  }

  @Test
  void a_debt_and_less_than_the_minimum_are_carried_over_from_statement_to_statement() {
    Payroll payroll = new Payroll(service).paying(terms().addMinimumPayouts(eur(1_000)));
    payroll.shop().record(order("o-1", 9_000));
    toDay(2);
    CommissionStatement first = payroll.locked(1).get(0);
    payroll.shop().refund(refund("o-1", "r-1", 9_000));
    payroll.shop().record(order("o-2", 500));
    toDay(3);
    CommissionStatement second = payroll.locked(2).get(0);
    payroll.shop().record(order("o-3", 9_500));
    toDay(4);
    CommissionStatement third = payroll.locked(3).get(0);

    assertThat(List.of(first, second, third))
        .extracting(
            CommissionStatement::getCarryInMinor,
            CommissionStatement::getCommissionMinor,
            CommissionStatement::getAdjustmentsMinor,
            CommissionStatement::getPayableMinor,
            CommissionStatement::getCarryOutMinor)
        .containsExactly(
            tuple(0L, 900L, 0L, 0L, 900L),
            tuple(900L, 50L, -900L, 0L, 50L),
            tuple(50L, 950L, 0L, 1_000L, 0L));
  }

  @Test
  void a_held_order_stays_out_until_it_is_released() {
    Payroll payroll = payroll();
    payroll.shop().record(order("o-1", 10_000), order("o-2", 2_000));
    hold(payroll, "o-1", "HELD");
    toDay(2);

    LockPeriodResponse first = payroll.lock(day(1));
    assertThat(first.getStatements(0).getPayableMinor()).isEqualTo(200);
    assertThat(first.getTotals(0).getHeldMinor()).isEqualTo(1_000);
    assertThat(payroll.open().getLinesList())
        .extracting(CommissionLine::getState, CommissionLine::getAmountMinor)
        .containsExactly(tuple(CommissionState.COMMISSION_STATE_HELD, 1_000L));

    hold(payroll, "o-1", null);
    toDay(3);
    assertThat(payroll.locked(2).get(0).getPayableMinor()).isEqualTo(1_000);
  }

  @Test
  @Names({"CommissionState.APPROVED", "CommissionState.LOCKED", "CommissionState.PAID"})
  void a_commission_is_pending_then_approved_then_locked_then_paid() {
    Payroll payroll = new Payroll(service).paying(terms().setHoldingDays(1));
    payroll.shop().record(order("o-1", 10_000));

    assertThat(states(payroll)).containsExactly(CommissionState.COMMISSION_STATE_PENDING);
    service.clock().set(Orders.TIME.plus(Duration.ofDays(1)).minusNanos(1_000));
    LockPeriodResponse early = payroll.lock(day(1));
    assertThat(early.getStatementsCount()).isZero();
    assertThat(early.getTotals(0).getPendingMinor()).isEqualTo(1_000);
    service.clock().set(Orders.TIME.plus(Duration.ofDays(1)));
    assertThat(states(payroll)).containsExactly(CommissionState.COMMISSION_STATE_APPROVED);
    toDay(3);
    payroll.lock(day(2));
    assertThat(payroll.lines(1).get(0).getState())
        .isEqualTo(CommissionState.COMMISSION_STATE_LOCKED);
    payroll.pay(Payroll.payment("p-1", 1));
    assertThat(payroll.lines(1).get(0).getState()).isEqualTo(CommissionState.COMMISSION_STATE_PAID);
  }

  @Test
  void an_order_whose_payment_is_pending_waits() {
    Payroll payroll = payroll();
    payroll.shop().record(order("o-1", 10_000).setPaymentState(PaymentState.PAYMENT_STATE_PENDING));
    toDay(2);

    assertThat(payroll.locked(1)).isEmpty();
    payroll
        .shop()
        .record(
            order("o-1", 10_000)
                .setPaymentState(PaymentState.PAYMENT_STATE_PAID)
                .setPaymentStateTime(time(startOf(2))));
    toDay(3);
    assertThat(payroll.locked(2).get(0).getPayableMinor()).isEqualTo(1_000);
  }

  @Test
  void tests_and_orders_of_nobody_are_in_no_statement() {
    Payroll payroll = payroll();
    payroll.shop().record(order("o-1", 10_000).setTest(true), Orders.order("o-2"));
    toDay(2);

    assertThat(payroll.locked(1)).isEmpty();
  }

  @Test
  void credit_that_a_late_touch_moved_before_the_lock_is_the_new_owners() {
    Payroll payroll = payroll();
    payroll.put(terms(Samples.BO));
    payroll.shop().has(Samples.link("anna-bio"), Samples.link("bo-bio").setOwner(Samples.BO));
    payroll
        .shop()
        .touched(
            Samples.touch("t-1")
                .setLinkId("bo-bio")
                .setEventTime(time(Orders.TIME.minusSeconds(90))));
    payroll.shop().record(Orders.order("o-1"));
    payroll.shop().touched(Samples.touch("t-2").setEventTime(time(Orders.TIME.minusSeconds(60))));
    payroll.shop().settled("o-1");
    toDay(2);

    assertThat(payroll.locked(1))
        .extracting(
            statement -> statement.getOwner().getCreatorId(), CommissionStatement::getNetMinor)
        .containsExactly(tuple("anna", 10_000L));
  }

  @Test
  void fees_and_bonuses_are_lines_of_their_own_and_taken_once() {
    Payroll payroll =
        new Payroll(service)
            .paying(
                terms()
                    .addFees(
                        CommissionFee.newBuilder()
                            .setFeeId("signing")
                            .setAmount(eur(5_000))
                            .setDueTime(time(startOf(1))))
                    .addBonuses(
                        CommissionBonus.newBuilder()
                            .setBonusId("first-100")
                            .setAmount(eur(700))
                            .setNetSales(eur(10_000))));
    payroll.shop().record(order("o-1", 10_000));
    toDay(2);

    LockPeriodResponse first = payroll.lock(day(1));

    assertThat(first.getPosition()).isNotEmpty();
    assertThat(first.getStatements(0).getFeesMinor()).isEqualTo(5_000);
    assertThat(first.getStatements(0).getBonusesMinor()).isEqualTo(700);
    assertThat(first.getStatements(0).getPayableMinor()).isEqualTo(6_700);
    assertThat(payroll.lines(1))
        .extracting(CommissionLine::getKind, CommissionLine::getSourceId)
        .containsExactly(
            tuple(CommissionLineKind.COMMISSION_LINE_KIND_CONVERSION, ""),
            tuple(CommissionLineKind.COMMISSION_LINE_KIND_FEE, "signing"),
            tuple(CommissionLineKind.COMMISSION_LINE_KIND_BONUS, "first-100"));
    toDay(3);
    assertThat(payroll.locked(2)).isEmpty();
  }

  private static List<CommissionState> states(Payroll payroll) {
    return payroll.open().getLinesList().stream().map(CommissionLine::getState).toList();
  }

  private static Money eur(long minor) {
    return Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(minor).build();
  }
}
