package dev.tributary.attribution.commission;

import static dev.tributary.attribution.Samples.time;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.CommissionLine;
import dev.tributary.attribution.v1.CommissionRate;
import dev.tributary.attribution.v1.CommissionServiceGrpc;
import dev.tributary.attribution.v1.CommissionServiceGrpc.CommissionServiceBlockingStub;
import dev.tributary.attribution.v1.CommissionStatement;
import dev.tributary.attribution.v1.CommissionTerms;
import dev.tributary.attribution.v1.GetStatementRequest;
import dev.tributary.attribution.v1.ListOpenLinesRequest;
import dev.tributary.attribution.v1.ListOpenLinesResponse;
import dev.tributary.attribution.v1.LockPeriodRequest;
import dev.tributary.attribution.v1.LockPeriodResponse;
import dev.tributary.attribution.v1.MarkPaidRequest;
import dev.tributary.attribution.v1.MarkPaidResponse;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PutTermsRequest;
import dev.tributary.attribution.v1.PutTermsResponse;
import dev.tributary.type.v1.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A workspace whose creators are paid, and what a test does in it. Periods are days; orders of
 * {@link Orders} happen on the first one, which is over a day after {@link TestAttribution#NOW}.
 */
final class Payroll {
  /** Start of the day of the orders. */
  static final Instant DAY_1 = Instant.parse("2026-03-15T00:00:00Z");

  private final Shop shop;
  private final CommissionServiceBlockingStub commissions;

  Payroll(TestAttribution service) {
    this(service, TestAttribution.newWorkspace());
  }

  Payroll(TestAttribution service, String workspace) {
    this.shop = new Shop(service, workspace);
    this.commissions = CommissionServiceGrpc.newBlockingStub(service.channel(workspace));
  }

  /** Ten percent for Anna, from long ago. */
  static CommissionTerms.Builder terms() {
    return terms(Samples.ANNA);
  }

  static CommissionTerms.Builder terms(Owner owner) {
    return CommissionTerms.newBuilder()
        .setOwner(owner)
        .setStartTime(time(DAY_1.minus(Duration.ofDays(100))))
        .setTimeZone("UTC")
        .setRate(CommissionRate.newBuilder().setBasisPoints(1_000));
  }

  /** An order with Anna's code. */
  static dev.tributary.attribution.v1.Conversion.Builder order(String orderId, long itemsMinor) {
    return Orders.order(orderId, itemsMinor).addCodes(Orders.code("ANNA"));
  }

  static LockPeriodRequest.Builder day(int day) {
    return LockPeriodRequest.newBuilder()
        .setLockId("day-" + day)
        .setTimeRange(
            TimeRange.newBuilder()
                .setStartTime(time(startOf(day)))
                .setEndTime(time(startOf(day + 1))));
  }

  static Instant startOf(int day) {
    return DAY_1.plus(Duration.ofDays(day - 1));
  }

  Shop shop() {
    return shop;
  }

  CommissionServiceBlockingStub calls() {
    return commissions;
  }

  /** Anna has a code, and terms. */
  Payroll paying(CommissionTerms.Builder terms) {
    put(terms);
    shop.has(Samples.code("ANNA"));
    return this;
  }

  PutTermsResponse put(CommissionTerms.Builder terms) {
    return commissions.putTerms(PutTermsRequest.newBuilder().setTerms(terms).build());
  }

  LockPeriodResponse lock(LockPeriodRequest.Builder request) {
    return commissions.lockPeriod(request.build());
  }

  /** The statements of a day that is over. */
  List<CommissionStatement> locked(int day) {
    return lock(day(day)).getStatementsList();
  }

  List<CommissionLine> lines(long statementNumber) {
    return commissions
        .getStatement(GetStatementRequest.newBuilder().setStatementNumber(statementNumber).build())
        .getLinesList();
  }

  ListOpenLinesResponse open() {
    return commissions.listOpenLines(
        ListOpenLinesRequest.newBuilder().setCollaborationId("col-anna").build());
  }

  static MarkPaidRequest.Builder payment(String paymentId, long... numbers) {
    MarkPaidRequest.Builder request =
        MarkPaidRequest.newBuilder()
            .setPaymentId(paymentId)
            .setReference("SEPA-" + paymentId)
            .setDate("2026-03-20");
    for (long number : numbers) {
      request.addStatementNumbers(number);
    }
    return request;
  }

  MarkPaidResponse pay(MarkPaidRequest.Builder request) {
    return commissions.markPaid(request.build());
  }
}
