package dev.tributary.attribution.commission;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.database.Database;
import dev.tributary.type.v1.ErrorReason;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Marks statements as paid: each once, whoever tries at the same time. */
public final class Payouts {
  private final Database database;
  private final Clock clock;
  private final StatementStore statements = new StatementStore();
  private final PaymentStore payments = new PaymentStore();

  /** The payouts of a database. */
  public Payouts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Marks all of the statements, or none.
   *
   * @param numbers each once
   * @return the statements as they are now
   * @throws ApiException NOT_FOUND, ID_REUSED, ALREADY_PAID, NOTHING_PAYABLE
   */
  List<Statement> pay(String workspace, List<Long> numbers, Payout payout) {
    return database.write(handle -> pay(handle, workspace, numbers, payout));
  }

  private List<Statement> pay(Handle handle, String workspace, List<Long> numbers, Payout payout) {
    statements.lock(handle, workspace, numbers);
    List<Statement> found = statements.byNumbers(handle, workspace, numbers);
    for (long number : numbers) {
      if (found.stream().noneMatch(statement -> statement.number() == number)) {
        throw ApiException.notFound("commission_statement", Long.toString(number));
      }
    }
    Optional<Payout> known = payments.find(handle, workspace, payout.paymentId());
    known.ifPresent(before -> requireSame(payout, before));
    List<Long> unpaid =
        found.stream().filter(each -> isUnpaid(each, payout)).map(Statement::number).toList();
    if (unpaid.isEmpty()) {
      return found;
    }
    if (known.isPresent()) {
      throw ApiException.idReused("payment", payout.paymentId(), "statement_numbers");
    }
    payments.insert(handle, workspace, payout, clock.instant().truncatedTo(ChronoUnit.MICROS));
    // Another call may have used the id for other statements a moment ago.
    requireSame(payout, payments.find(handle, workspace, payout.paymentId()).orElseThrow());
    statements.pay(handle, workspace, unpaid, payout.paymentId());
    return statements.byNumbers(handle, workspace, numbers);
  }

  private static boolean isUnpaid(Statement statement, Payout payout) {
    if (statement.payment().isEmpty()) {
      if (statement.totals().payableMinor() == 0) {
        throw ApiException.failedPrecondition(
                ErrorReason.ERROR_REASON_NOTHING_PAYABLE,
                "statement %d: nothing is to be paid (expected: an amount above 0)"
                    .formatted(statement.number()))
            .with("statement_number", statement.number());
      }
      return true;
    }
    Payout before = statement.payment().get();
    boolean isSame =
        before.reference().equals(payout.reference()) && before.date().equals(payout.date());
    if (!isSame) {
      throw ApiException.failedPrecondition(
              ErrorReason.ERROR_REASON_ALREADY_PAID,
              "statement %d: paid on %s by another payment (expected: a statement that is not paid)"
                  .formatted(statement.number(), before.date()))
          .with("statement_number", statement.number())
          .with("payment_id", before.paymentId());
    }
    return false;
  }

  private static void requireSame(Payout payout, Payout before) {
    if (!payout.reference().equals(before.reference())) {
      throw ApiException.idReused("payment", payout.paymentId(), "reference");
    }
    if (!payout.date().equals(before.date())) {
      throw ApiException.idReused("payment", payout.paymentId(), "date");
    }
  }
}
