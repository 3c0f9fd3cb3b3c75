package dev.tributary.attribution.commission;

import static dev.tributary.attribution.commission.Payroll.day;
import static dev.tributary.attribution.commission.Payroll.order;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.attribution.v1.CommissionLine;
import dev.tributary.attribution.v1.CommissionState;
import dev.tributary.attribution.v1.CommissionStatement;
import dev.tributary.attribution.v1.GetStatementRequest;
import dev.tributary.attribution.v1.GetStatementResponse;
import dev.tributary.attribution.v1.ListOpenLinesRequest;
import dev.tributary.attribution.v1.ListStatementsRequest;
import dev.tributary.attribution.v1.ListStatementsResponse;
import dev.tributary.attribution.v1.OpenTotals;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading statements, their lines, and what is in none yet. */
abstract class ReadStatementsTest extends StatementCalls {
  ReadStatementsTest(TestDatabases kind) {
    super(kind);
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

  private static List<Long> found(Payroll payroll, ListStatementsRequest.Builder request) {
    return payroll.calls().listStatements(request.build()).getStatementsList().stream()
        .map(CommissionStatement::getStatementNumber)
        .toList();
  }
}
