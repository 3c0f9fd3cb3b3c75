package dev.tributary.attribution.commission;

import static dev.tributary.attribution.commission.Payroll.order;
import static dev.tributary.attribution.commission.Payroll.payment;
import static dev.tributary.attribution.commission.Payroll.terms;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.metadataOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.CommissionPayment;
import dev.tributary.attribution.v1.CommissionState;
import dev.tributary.attribution.v1.CommissionStatement;
import dev.tributary.attribution.v1.CommissionTerms;
import dev.tributary.attribution.v1.ListStatementsRequest;
import dev.tributary.attribution.v1.MarkPaidRequest;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Money;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Statements are paid once. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class PayoutsTest {
  private final TestAttribution service;

  PayoutsTest(TestDatabases kind) {
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
  void a_statement_is_paid_with_reference_and_date() {
    Payroll payroll = withOneStatement();

    CommissionStatement paid = payroll.pay(payment("p-1", 1)).getStatements(0);

    assertThat(paid.getState()).isEqualTo(CommissionState.COMMISSION_STATE_PAID);
    assertThat(paid.getPayment())
        .isEqualTo(
            CommissionPayment.newBuilder()
                .setPaymentId("p-1")
                .setReference("SEPA-p-1")
                .setDate("2026-03-20")
                .build());
    assertThat(payroll.lines(1).get(0).getState()).isEqualTo(CommissionState.COMMISSION_STATE_PAID);
    var listed =
        payroll
            .calls()
            .listStatements(
                ListStatementsRequest.newBuilder()
                    .setState(CommissionState.COMMISSION_STATE_PAID)
                    .build());
    assertThat(listed.getStatementsList()).containsExactly(paid);
    assertThat(listed.getTotals(0).getPaidMinor()).isEqualTo(1_000);
  }

  @Test
  void the_same_payment_again_changes_nothing() {
    Payroll payroll = withOneStatement();
    var first = payroll.pay(payment("p-1", 1));

    assertThat(payroll.pay(payment("p-1", 1))).isEqualTo(first);
    assertThat(payroll.pay(payment("p-2", 1).setReference("SEPA-p-1"))).isEqualTo(first);
  }

  @Test
  @Names("ErrorReason.ALREADY_PAID")
  void a_second_payment_with_another_reference_is_refused() {
    Payroll payroll = withOneStatement();
    payroll.pay(payment("p-1", 1));

    StatusRuntimeException failure = failureOf(() -> payroll.pay(payment("p-2", 1)));

    assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_ALREADY_PAID);
    assertThat(metadataOf(failure))
        .containsEntry("statement_number", "1")
        .containsEntry("payment_id", "p-1");
  }

  @Test
  void a_payment_id_is_not_used_for_something_else() {
    Payroll payroll = withOneStatement();
    payroll.pay(payment("p-1", 1));

    assertThat(metadataOf(failureOf(() -> payroll.pay(payment("p-1", 1).setReference("x")))))
        .containsEntry("field", "reference");
    assertThat(metadataOf(failureOf(() -> payroll.pay(payment("p-1", 1).setDate("2026-03-21")))))
        .containsEntry("field", "date");
    payroll.shop().record(order("o-2", 10_000));
    service.clock().advance(Duration.ofDays(1));
    payroll.locked(2);
    StatusRuntimeException failure = failureOf(() -> payroll.pay(payment("p-1", 1, 2)));
    assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_ID_REUSED);
    assertThat(metadataOf(failure)).containsEntry("field", "statement_numbers");
  }

  @Test
  @Names("ErrorReason.NOTHING_PAYABLE")
  void a_statement_that_carries_everything_over_cannot_be_paid() {
    Payroll payroll =
        withOneStatement(
            terms()
                .addMinimumPayouts(Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(5_000)));

    assertThat(reasonOf(failureOf(() -> payroll.pay(payment("p-1", 1)))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOTHING_PAYABLE);
  }

  @Test
  void all_statements_of_a_payment_are_paid_or_none() {
    Payroll payroll = withOneStatement();

    assertThat(reasonOf(failureOf(() -> payroll.pay(payment("p-1", 1, 99)))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(payroll.lines(1).get(0).getState())
        .isEqualTo(CommissionState.COMMISSION_STATE_LOCKED);
  }

  @Test
  void a_payment_with_a_wrong_field_is_refused() {
    Payroll payroll = new Payroll(service);

    assertThat(fields(payroll, payment("p 1", 1))).containsExactly("payment_id");
    assertThat(fields(payroll, payment("p-1"))).containsExactly("statement_numbers");
    assertThat(fields(payroll, payment("p-1", 1, 1))).containsExactly("statement_numbers");
    assertThat(fields(payroll, payment("p-1", 1).clearReference())).containsExactly("reference");
    assertThat(fields(payroll, payment("p-1", 1).setDate("20.3.2026"))).containsExactly("date");
  }

  @Test
  void of_many_payments_at_once_one_pays() throws Exception {
    Payroll payroll = withOneStatement();
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> calls =
          IntStream.range(0, 8)
              .<Callable<Boolean>>mapToObj(i -> () -> pays(payroll, payment("race-" + i, 1)))
              .toList();
      int paid = 0;
      for (Future<Boolean> call : clients.invokeAll(calls)) {
        paid += call.get() ? 1 : 0;
      }
      assertThat(paid).isEqualTo(1);
    } finally {
      clients.shutdown();
    }
  }

  private Payroll withOneStatement() {
    return withOneStatement(terms());
  }

  private Payroll withOneStatement(CommissionTerms.Builder terms) {
    Payroll payroll = new Payroll(service).paying(terms);
    payroll.shop().record(order("o-1", 10_000));
    service.clock().advance(Duration.ofDays(1));
    assertThat(payroll.locked(1)).hasSize(1);
    return payroll;
  }

  private static boolean pays(Payroll payroll, MarkPaidRequest.Builder payment) {
    try {
      payroll.pay(payment);
      return true;
    } catch (StatusRuntimeException refused) {
      assertThat(reasonOf(refused)).isEqualTo(ErrorReason.ERROR_REASON_ALREADY_PAID);
      return false;
    }
  }

  private static List<String> fields(Payroll payroll, MarkPaidRequest.Builder payment) {
    return fieldsOf(failureOf(() -> payroll.pay(payment)));
  }
}
