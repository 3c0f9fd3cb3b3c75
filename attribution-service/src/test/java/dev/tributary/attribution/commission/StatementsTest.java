package dev.tributary.attribution.commission;

import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.commission.Payroll.day;
import static dev.tributary.attribution.commission.Payroll.order;
import static dev.tributary.attribution.commission.Payroll.startOf;
import static dev.tributary.attribution.commission.Payroll.terms;
import static dev.tributary.attribution.conversion.Orders.refund;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.metadataOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.v1.CommissionBonus;
import dev.tributary.attribution.v1.CommissionFee;
import dev.tributary.attribution.v1.CommissionLine;
import dev.tributary.attribution.v1.CommissionLineKind;
import dev.tributary.attribution.v1.CommissionState;
import dev.tributary.attribution.v1.CommissionStatement;
import dev.tributary.attribution.v1.CommissionTotals;
import dev.tributary.attribution.v1.CreditGrouping;
import dev.tributary.attribution.v1.GetStatementRequest;
import dev.tributary.attribution.v1.GetStatementResponse;
import dev.tributary.attribution.v1.ListOpenLinesRequest;
import dev.tributary.attribution.v1.ListStatementsRequest;
import dev.tributary.attribution.v1.ListStatementsResponse;
import dev.tributary.attribution.v1.LockPeriodRequest;
import dev.tributary.attribution.v1.LockPeriodResponse;
import dev.tributary.attribution.v1.OpenTotals;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Money;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Periods are locked, and statements written. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class StatementsTest {
  private final TestAttribution service;

  StatementsTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @BeforeEach
  void resetClock() {
    service.clock().set(TestAttribution.NOW);
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
  void statements_are_numbered_without_gaps_over_collaborations_currencies_and_locks() {
    Payroll payroll = payroll();
    payroll.put(terms(Samples.BO));
    payroll.shop().has(Samples.code("BO").setOwner(Samples.BO));
    payroll
        .shop()
        .record(
            order("o-1", 10_000),
            order("o-2", 10_000).setCurrencyCode("USD"),
            Orders.order("o-3").addCodes(Orders.code("BO")));
    toDay(2);
    LockPeriodResponse first = payroll.lock(day(1));
    payroll.shop().record(order("o-4", 10_000));
    toDay(3);

    assertThat(first.getStatementsList())
        .extracting(
            CommissionStatement::getStatementNumber,
            statement -> statement.getOwner().getCreatorId(),
            CommissionStatement::getCurrencyCode)
        .containsExactly(
            tuple(1L, "anna", "EUR"), tuple(2L, "anna", "USD"), tuple(3L, "bo", "EUR"));
    assertThat(first.getTotalsList())
        .extracting(CommissionTotals::getCurrencyCode, CommissionTotals::getPayableMinor)
        .containsExactly(tuple("EUR", 2_000L), tuple("USD", 1_000L));
    assertThat(payroll.locked(2))
        .extracting(CommissionStatement::getStatementNumber)
        .containsExactly(4L);
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
  void the_cut_ties_out_with_the_ledger() {
    Payroll payroll = new Payroll(service).paying(terms().setHoldingDays(1));
    payroll.shop().record(order("old", 7_000).setConversionTime(time(startOf(-3))));
    payroll.shop().record(order("o-1", 10_000), order("held", 4_000));
    payroll.shop().refund(refund("o-1", "r-1", 3_000));
    hold(payroll, "held", "HELD");
    service.clock().set(startOf(2));

    CommissionTotals totals = payroll.lock(day(1)).getTotals(0);

    long ledger =
        payroll
            .shop()
            .analysis()
            .summarizeCredits(
                SummarizeCreditsRequest.newBuilder()
                    .setGroupBy(CreditGrouping.CREDIT_GROUPING_COLLABORATION)
                    .build())
            .getCredits(0)
            .getNetMinor();
    assertThat(totals.getLedgerNetMinor()).isEqualTo(ledger).isEqualTo(18_000);
    assertThat(totals.getNetMinor()).isEqualTo(7_000);
    assertThat(totals.getPendingMinor()).isEqualTo(700);
    assertThat(totals.getHeldMinor()).isEqualTo(400);
    assertThat(totals.getPayableMinor()).isEqualTo(700);
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

  @Test
  void a_trial_answers_what_a_lock_would_write_and_writes_nothing() {
    Payroll payroll = payroll();
    payroll.shop().record(order("o-1", 10_000));
    toDay(2);

    LockPeriodResponse trial = payroll.lock(day(1).setValidateOnly(true));

    assertThat(trial.getStatements(0).getPayableMinor()).isEqualTo(1_000);
    assertThat(statements(payroll).getStatementsCount()).isZero();
    // The settler writes to the feed meanwhile, so that the cut may lie further on.
    assertThat(withoutCut(payroll.lock(day(1)))).isEqualTo(withoutCut(trial));
  }

  @Test
  void the_same_lock_again_is_answered_as_before() {
    Payroll payroll = payroll();
    payroll.shop().record(order("o-1", 10_000));
    toDay(2);
    LockPeriodResponse first = payroll.lock(day(1));
    payroll.shop().record(order("o-2", 10_000));

    assertThat(payroll.lock(day(1))).isEqualTo(first);
    assertThat(payroll.lock(day(1).setValidateOnly(true))).isEqualTo(first);
    StatusRuntimeException failure = failureOf(() -> payroll.lock(day(2).setLockId("day-1")));
    assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_ID_REUSED);
    assertThat(metadataOf(failure)).containsEntry("field", "time_range.start_time");
  }

  @Test
  @Names("ErrorReason.PERIOD_LOCKED")
  void a_period_that_begins_inside_a_locked_one_is_refused() {
    Payroll payroll = payroll();
    toDay(2);
    payroll.lock(day(1));

    StatusRuntimeException failure = failureOf(() -> payroll.lock(day(1).setLockId("again")));

    assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_PERIOD_LOCKED);
    assertThat(metadataOf(failure)).containsEntry("locked_until", startOf(2).toString());
  }

  @Test
  @Names("ErrorReason.PERIOD_NOT_OVER")
  void a_period_that_is_not_over_is_refused() {
    Payroll payroll = payroll();

    StatusRuntimeException failure = failureOf(() -> payroll.lock(day(1)));

    assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_PERIOD_NOT_OVER);
    assertThat(metadataOf(failure)).containsEntry("end_time", startOf(2).toString());
  }

  @Test
  void a_month_is_cut_in_the_zone_of_its_storefront() {
    Payroll payroll = payroll();
    payroll
        .shop()
        .has(Storefront.newBuilder().setStorefrontId("berlin").setTimeZone("Europe/Berlin"));

    var lock =
        payroll
            .lock(
                LockPeriodRequest.newBuilder()
                    .setLockId("february")
                    .setMonth("2026-02")
                    .setStorefrontId("berlin"))
            .getLock();

    assertThat(lock.getStartTime()).isEqualTo(time(Instant.parse("2026-01-31T23:00:00Z")));
    assertThat(lock.getEndTime()).isEqualTo(time(Instant.parse("2026-02-28T23:00:00Z")));
  }

  @Test
  void a_lock_with_a_wrong_field_is_refused() {
    Payroll payroll = payroll();

    assertThat(fields(payroll, day(1).setLockId("a b"))).containsExactly("lock_id");
    assertThat(fields(payroll, day(1).setMonth("2026-03"))).containsExactly("month");
    assertThat(fields(payroll, day(1).clearTimeRange())).containsExactly("month");
    assertThat(fields(payroll, day(1).clearTimeRange().setMonth("2026-13")))
        .containsExactly("month");
    assertThat(fields(payroll, day(1).clearTimeRange().setMonth("2026-03").setStorefrontId("?")))
        .containsExactly("storefront_id");
  }

  @Test
  void statements_are_listed_in_pages_with_totals_of_all() {
    Payroll payroll = payroll();
    for (int day = 1; day <= 3; day++) {
      payroll.shop().record(order("o-" + day, 1_000));
      toDay(day + 1);
      payroll.lock(day(day));
    }

    ListStatementsRequest.Builder request = ListStatementsRequest.newBuilder().setPageSize(2);
    ListStatementsResponse first = payroll.calls().listStatements(request.build());
    ListStatementsResponse second =
        payroll.calls().listStatements(request.setPageToken(first.getNextPageToken()).build());

    assertThat(first.getStatementsList())
        .extracting(CommissionStatement::getStatementNumber)
        .containsExactly(1L, 2L);
    assertThat(second.getStatementsList())
        .extracting(CommissionStatement::getStatementNumber)
        .containsExactly(3L);
    assertThat(second.getNextPageToken()).isEmpty();
    assertThat(first.getTotals(0)).isEqualTo(second.getTotals(0));
    assertThat(first.getTotals(0).getStatementCount()).isEqualTo(3);
    assertThat(first.getTotals(0).getPayableMinor()).isEqualTo(300);
  }

  @Test
  void statements_are_found_by_lock_period_creator_and_collaboration() {
    Payroll payroll = payroll();
    for (int day = 1; day <= 2; day++) {
      payroll.shop().record(order("o-" + day, 1_000));
      toDay(day + 1);
      payroll.lock(day(day));
    }

    assertThat(found(payroll, ListStatementsRequest.newBuilder().setLockId("day-2")))
        .containsExactly(2L);
    assertThat(found(payroll, ListStatementsRequest.newBuilder().setPeriod(day(1).getTimeRange())))
        .containsExactly(1L);
    assertThat(found(payroll, ListStatementsRequest.newBuilder().setCreatorId("anna")))
        .containsExactly(1L, 2L);
    assertThat(found(payroll, ListStatementsRequest.newBuilder().setCollaborationId("col-bo")))
        .isEmpty();
    assertThat(
            fieldsOf(
                failureOf(
                    () ->
                        found(
                            payroll,
                            ListStatementsRequest.newBuilder()
                                .setState(CommissionState.COMMISSION_STATE_HELD)))))
        .containsExactly("state");
  }

  @Test
  void the_lines_of_a_statement_come_in_pages() {
    Payroll payroll = payroll();
    payroll.shop().record(order("o-1", 100), order("o-2", 200), order("o-3", 300));
    toDay(2);
    payroll.lock(day(1));

    GetStatementRequest.Builder request =
        GetStatementRequest.newBuilder().setStatementNumber(1).setPageSize(2);
    GetStatementResponse first = payroll.calls().getStatement(request.build());
    GetStatementResponse second =
        payroll.calls().getStatement(request.setPageToken(first.getNextPageToken()).build());

    assertThat(first.getLinesList()).hasSize(2);
    assertThat(second.getLinesList()).extracting(CommissionLine::getOrderId).containsExactly("o-3");
    assertThat(first.getStatement().getLineCount()).isEqualTo(3);
  }

  @Test
  void an_unknown_statement_and_a_collaboration_without_terms_are_not_found() {
    Payroll payroll = new Payroll(service);

    assertThat(reasonOf(failureOf(() -> payroll.lines(7))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(reasonOf(failureOf(payroll::open))).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(fieldsOf(failureOf(() -> payroll.lines(0)))).containsExactly("statement_number");
  }

  @Test
  void open_lines_are_added_up_by_currency_and_state() {
    Payroll payroll = payroll();
    payroll.shop().record(order("o-1", 1_000), order("o-2", 2_000));
    hold(payroll, "o-2", "HELD");

    assertThat(payroll.open().getTotalsList())
        .extracting(OpenTotals::getState, OpenTotals::getLineCount, OpenTotals::getAmountMinor)
        .containsExactly(
            tuple(CommissionState.COMMISSION_STATE_APPROVED, 1L, 100L),
            tuple(CommissionState.COMMISSION_STATE_HELD, 1L, 200L));
    assertThat(
            payroll
                .calls()
                .listOpenLines(
                    ListOpenLinesRequest.newBuilder()
                        .setCollaborationId("col-anna")
                        .setState(CommissionState.COMMISSION_STATE_HELD)
                        .build())
                .getLineCount())
        .isEqualTo(1);
  }

  private Payroll payroll() {
    return new Payroll(service).paying(terms());
  }

  private void toDay(int day) {
    service.clock().set(startOf(day).plusSeconds(60));
  }

  /** What holds will write; only the order's own mark is looked at. */
  private void hold(Payroll payroll, String orderId, @Nullable String state) {
    try (Database database =
        Database.open(service.database(), "db/log", "db/follower", "db/attribution")) {
      database.write(
          handle ->
              handle
                  .createUpdate(
                      """
                      update conversion set hold_state = :state
                      where workspace = :workspace and order_id = :orderId""")
                  .bind("state", state)
                  .bind("workspace", payroll.shop().workspace())
                  .bind("orderId", orderId)
                  .execute());
    }
  }

  private static LockPeriodResponse withoutCut(LockPeriodResponse response) {
    return response.toBuilder().setLock(response.getLock().toBuilder().clearCutPosition()).build();
  }

  private static List<CommissionState> states(Payroll payroll) {
    return payroll.open().getLinesList().stream().map(CommissionLine::getState).toList();
  }

  private static ListStatementsResponse statements(Payroll payroll) {
    return payroll.calls().listStatements(ListStatementsRequest.getDefaultInstance());
  }

  private static List<Long> found(Payroll payroll, ListStatementsRequest.Builder request) {
    return payroll.calls().listStatements(request.build()).getStatementsList().stream()
        .map(CommissionStatement::getStatementNumber)
        .toList();
  }

  private static List<String> fields(Payroll payroll, LockPeriodRequest.Builder request) {
    return fieldsOf(failureOf(() -> payroll.lock(request)));
  }

  private static Money eur(long minor) {
    return Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(minor).build();
  }
}
