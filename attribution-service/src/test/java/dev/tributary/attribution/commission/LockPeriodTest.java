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
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.v1.CommissionStatement;
import dev.tributary.attribution.v1.CommissionTotals;
import dev.tributary.attribution.v1.CreditGrouping;
import dev.tributary.attribution.v1.ListStatementsRequest;
import dev.tributary.attribution.v1.ListStatementsResponse;
import dev.tributary.attribution.v1.LockPeriodRequest;
import dev.tributary.attribution.v1.LockPeriodResponse;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a period is locked. */
abstract class LockPeriodTest extends StatementCalls {
  LockPeriodTest(TestDatabases kind) {
    super(kind);
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

  private static LockPeriodResponse withoutCut(LockPeriodResponse response) {
    return response.toBuilder().setLock(response.getLock().toBuilder().clearCutPosition()).build();
  }

  private static ListStatementsResponse statements(Payroll payroll) {
    return payroll.calls().listStatements(ListStatementsRequest.getDefaultInstance());
  }

  private static List<String> fields(Payroll payroll, LockPeriodRequest.Builder request) {
    return fieldsOf(failureOf(() -> payroll.lock(request)));
  }
}
