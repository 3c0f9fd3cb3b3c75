package dev.tributary.attribution.commission;

import static dev.tributary.attribution.commission.Payroll.DAY_1;
import static dev.tributary.attribution.commission.Payroll.order;
import static dev.tributary.attribution.commission.Payroll.terms;
import static dev.tributary.attribution.conversion.Orders.refund;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.v1.CommissionLine;
import dev.tributary.attribution.v1.CommissionStatement;
import dev.tributary.attribution.v1.CreditGrouping;
import dev.tributary.attribution.v1.GetStatementRequest;
import dev.tributary.attribution.v1.ListStatementsRequest;
import dev.tributary.attribution.v1.LockPeriodRequest;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.runtime.testing.Seeds;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Periods are locked, by two processes where the database allows, while orders and refunds are
 * written: each posting is in one statement, never in none or two.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class LockRaceTest {
  private static final int WRITERS = 4;
  private static final int ORDERS_EACH = 60;
  private static final int LOCKS_MAX = 60;
  private static final long RATE = 1_000;

  private final TestAttribution first;
  private final TestAttribution second;

  LockRaceTest(TestDatabases kind) {
    first = TestAttribution.start(kind);
    second = kind == TestDatabases.H2 ? first : TestAttribution.startOn(first.database());
  }

  @AfterAll
  void stop() {
    if (second != first) {
      second.close();
    }
    first.close();
  }

  @Test
  void every_posting_is_in_exactly_one_statement_whatever_is_written_meanwhile() throws Exception {
    String workspace = TestAttribution.newWorkspace();
    Payroll payroll = new Payroll(first, workspace).paying(terms());
    first.clock().set(DAY_1.plus(Duration.ofDays(1)));
    second.clock().set(DAY_1.plus(Duration.ofDays(1)));
    ExecutorService clients = Executors.newFixedThreadPool(WRITERS + 2);
    try {
      List<Future<?>> work = new ArrayList<>();
      long[] seeds = Seeds.cases(WRITERS).toArray();
      for (int writer = 0; writer < WRITERS; writer++) {
        Payroll shop = new Payroll(writer % 2 == 0 ? first : second, workspace);
        RandomGenerator random = Seeds.random(seeds[writer]);
        String prefix = "w" + writer + "-";
        work.add(clients.submit(() -> write(shop, prefix, random)));
      }
      AtomicBoolean written = new AtomicBoolean();
      Future<Integer> locks =
          clients.submit(() -> lockUntil(written, new Payroll(second, workspace)));
      for (Future<?> each : work) {
        each.get();
      }
      written.set(true);
      lock(payroll, locks.get());
    } finally {
      clients.shutdown();
    }

    List<CommissionStatement> statements =
        payroll
            .calls()
            .listStatements(ListStatementsRequest.newBuilder().setPageSize(1_000).build())
            .getStatementsList();
    assertThat(statements)
        .extracting(CommissionStatement::getStatementNumber)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, statements.size()).boxed().toList());
    assertThat(statements).hasSizeGreaterThan(1);
    Map<String, Long> netOfOrders = new HashMap<>();
    long commission = 0;
    for (CommissionStatement statement : statements) {
      for (CommissionLine line : lines(payroll, statement.getStatementNumber())) {
        netOfOrders.merge(
            line.getOrderId(), line.getGrossMinor() - line.getRefundsMinor(), Long::sum);
        commission += line.getAmountMinor();
      }
    }
    var ledger =
        payroll
            .shop()
            .analysis()
            .summarizeCredits(
                SummarizeCreditsRequest.newBuilder()
                    .setGroupBy(CreditGrouping.CREDIT_GROUPING_COLLABORATION)
                    .build())
            .getCredits(0);
    assertThat(netOfOrders).hasSize(WRITERS * ORDERS_EACH);
    assertThat(netOfOrders.values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(ledger.getNetMinor());
    assertThat(commission)
        .isEqualTo(
            netOfOrders.values().stream().mapToLong(net -> (net * RATE + 5_000) / 10_000).sum());
    assertThat(payroll.open().getLineCount()).isZero();
    assertThat(
            statements.stream().mapToLong(CommissionStatement::getPayableMinor).sum()
                + statements.get(statements.size() - 1).getCarryOutMinor())
        .isEqualTo(commission);
  }

  private static void write(Payroll payroll, String prefix, RandomGenerator random) {
    for (int i = 0; i < ORDERS_EACH; i++) {
      String orderId = prefix + i;
      payroll.shop().record(order(orderId, 1_000 + random.nextInt(9_000)));
      if (random.nextBoolean()) {
        payroll
            .shop()
            .refund(
                refund(prefix + random.nextInt(i + 1), "r-" + i, 1 + random.nextInt(2_000))
                    .setRefundTime(Samples.time(Orders.TIME.plusSeconds(1))));
      }
    }
  }

  /** Locks one period after the other while orders are written; answers how many. */
  private static int lockUntil(AtomicBoolean written, Payroll payroll) {
    int locks = 0;
    while (locks < LOCKS_MAX && !written.get()) {
      lock(payroll, locks);
      locks++;
    }
    return locks;
  }

  /** Locks a period of a minute, which is after the orders. */
  private static void lock(Payroll payroll, int number) {
    Instant start = Orders.TIME.plusSeconds(3_600 + 60L * number);
    payroll.lock(
        LockPeriodRequest.newBuilder()
            .setLockId("lock-" + number)
            .setTimeRange(
                TimeRange.newBuilder()
                    .setStartTime(Samples.time(start))
                    .setEndTime(Samples.time(start.plusSeconds(60)))));
  }

  private static List<CommissionLine> lines(Payroll payroll, long number) {
    return payroll
        .calls()
        .getStatement(
            GetStatementRequest.newBuilder().setStatementNumber(number).setPageSize(1_000).build())
        .getLinesList();
  }
}
