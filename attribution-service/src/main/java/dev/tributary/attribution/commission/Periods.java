package dev.tributary.attribution.commission;

import dev.tributary.attribution.request.TimeRange;
import dev.tributary.attribution.storefront.Storefront;
import dev.tributary.attribution.storefront.Storefronts;
import dev.tributary.attribution.v1.LockPeriodResponse;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Positions;
import dev.tributary.type.v1.ErrorReason;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Locks periods. The cut of the ledger is read by one statement: an order that is committed later
 * has a higher sequence than its shard's in the cut, because whoever appends holds the shard's head
 * until commit. So each posting is in exactly one statement, without any writer waiting.
 */
public final class Periods {
  private final Database database;
  private final FeedLog log;
  private final Storefronts storefronts;
  private final StatementWriter writer;
  private final Runnable committed;
  private final Clock clock;
  private final BookStore books = new BookStore();

  /**
   * The periods of a database.
   *
   * @param committed is told after every write that the feed has grown
   */
  public Periods(
      Database database,
      FeedLog log,
      Storefronts storefronts,
      TermsBook terms,
      Runnable committed,
      Clock clock) {
    this.database = database;
    this.log = log;
    this.storefronts = storefronts;
    this.writer = new StatementWriter(log, terms);
    this.committed = committed;
    this.clock = clock;
  }

  /** The zone in which a storefront's months are cut. */
  ZoneId zoneOf(String workspace, String storefrontId) {
    return database
        .read(handle -> storefronts.named(handle, workspace, List.of(storefrontId)))
        .getOrDefault(storefrontId, Storefront.unset(storefrontId))
        .zone();
  }

  /**
   * Locks a period, or answers what a lock would write.
   *
   * @throws ApiException ID_REUSED, PERIOD_LOCKED, PERIOD_NOT_OVER
   */
  LockPeriodResponse lock(String workspace, String lockId, TimeRange period, boolean validateOnly) {
    if (validateOnly) {
      return database.read(handle -> trial(handle, workspace, lockId, period));
    }
    LockPeriodResponse answer = database.write(handle -> lock(handle, workspace, lockId, period));
    committed.run();
    return answer;
  }

  private LockPeriodResponse trial(
      Handle handle, String workspace, String lockId, TimeRange period) {
    Optional<LockPeriodResponse> known = known(handle, workspace, lockId, period);
    if (known.isPresent()) {
      return known.get();
    }
    BookStore.Book book =
        books
            .read(handle, workspace)
            .orElse(new BookStore.Book(0, Optional.empty(), Optional.empty()));
    return writer.draft(handle, workspace, checked(handle, book, lockId, period)).answer();
  }

  private LockPeriodResponse lock(
      Handle handle, String workspace, String lockId, TimeRange period) {
    BookStore.Book book = books.lock(handle, workspace);
    Optional<LockPeriodResponse> known = known(handle, workspace, lockId, period);
    if (known.isPresent()) {
      return known.get();
    }
    Closing closing = checked(handle, book, lockId, period);
    StatementWriter.Draft draft = writer.draft(handle, workspace, closing);
    LockPeriodResponse answer = writer.write(handle, workspace, draft);
    books.insert(
        handle,
        workspace,
        new BookStore.Answered(
            draft.lock(), answer.toBuilder().clearStatements().build().toByteArray()));
    books.update(
        handle,
        workspace,
        new BookStore.Book(
            book.lastStatementNo() + draft.statements().size(),
            Optional.of(period.end()),
            Optional.of(draft.lock().cut())));
    return answer;
  }

  private Optional<LockPeriodResponse> known(
      Handle handle, String workspace, String lockId, TimeRange period) {
    Optional<BookStore.Answered> known = books.find(handle, workspace, lockId);
    if (known.isPresent() && !known.get().lock().period().equals(period)) {
      String field =
          known.get().lock().period().start().equals(period.start())
              ? "time_range.end_time"
              : "time_range.start_time";
      throw ApiException.idReused("period_lock", lockId, field);
    }
    return known.map(answered -> writer.answeredBefore(handle, workspace, answered));
  }

  private Closing checked(Handle handle, BookStore.Book book, String lockId, TimeRange period) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (book.lockedUntil().filter(until -> period.start().isBefore(until)).isPresent()) {
      throw ApiException.failedPrecondition(
              ErrorReason.ERROR_REASON_PERIOD_LOCKED,
              "start of the period: %s (expected: %s, the end of the last locked period, or later)"
                  .formatted(period.start(), book.lockedUntil().get()))
          .with("locked_until", book.lockedUntil().get());
    }
    if (period.end().isAfter(now)) {
      throw ApiException.failedPrecondition(
              ErrorReason.ERROR_REASON_PERIOD_NOT_OVER,
              "end of the period: %s (expected: not after now, %s)".formatted(period.end(), now))
          .with("end_time", period.end());
    }
    Positions cut = log.head(handle);
    return new Closing(lockId, period, now, cut, book.lastStatementNo());
  }

  /**
   * A period that is about to be locked.
   *
   * @param lockId the caller's key
   * @param period the period
   * @param now when
   * @param cut the cut of the ledger
   * @param lastStatementNo number of the last statement so far
   */
  record Closing(
      String lockId, TimeRange period, Instant now, Positions cut, long lastStatementNo) {}
}
