package dev.tributary.attribution.commission;

import dev.tributary.attribution.request.TimeRange;
import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.log.Shards;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables commission_book and commission_lock. */
final class BookStore {
  private static final String SELECT_LOCK =
      """
      select lock_id, start_time, end_time, lock_time, cut_position, first_statement_no,
        statement_count, answer
      from commission_lock where workspace = :workspace and shard = :shard
      """;

  /** The book of a workspace, locked until the transaction ends. */
  Book lock(Handle handle, String workspace) {
    handle
        .createUpdate(
            """
            insert into commission_book (shard, workspace, last_statement_no)
            values (:shard, :workspace, 0) on conflict do nothing""")
        .bind("shard", shard(workspace))
        .bind("workspace", workspace)
        .execute();
    return book(handle, workspace, " for update").orElseThrow();
  }

  /** The book of a workspace; empty before its first lock. */
  Optional<Book> read(Handle handle, String workspace) {
    return book(handle, workspace, "");
  }

  /** Moves the book on. */
  void update(Handle handle, String workspace, Book book) {
    handle
        .createUpdate(
            """
            update commission_book
            set last_statement_no = :last, locked_until = :lockedUntil, cut_position = :cut
            where shard = :shard and workspace = :workspace""")
        .bind("last", book.lastStatementNo())
        .bind("lockedUntil", book.lockedUntil().orElse(null))
        .bind("cut", book.cut().orElse(null))
        .bind("shard", shard(workspace))
        .bind("workspace", workspace)
        .execute();
  }

  /** A lock with what answered it. */
  Optional<Answered> find(Handle handle, String workspace, String lockId) {
    return handle
        .createQuery(SELECT_LOCK + "and lock_id = :lockId")
        .bind("workspace", workspace)
        .bind("shard", shard(workspace))
        .bind("lockId", lockId)
        .map((row, context) -> answered(row))
        .findOne();
  }

  void insert(Handle handle, String workspace, Answered answered) {
    PeriodLock lock = answered.lock();
    handle
        .createUpdate(
            """
            insert into commission_lock (
              shard, workspace, lock_id, start_time, end_time, lock_time, cut_position,
              first_statement_no, statement_count, answer)
            values (
              :shard, :workspace, :lockId, :start, :end, :lockTime, :cut, :first, :count,
              :answer)""")
        .bind("shard", shard(workspace))
        .bind("workspace", workspace)
        .bind("lockId", lock.lockId())
        .bind("start", lock.period().start())
        .bind("end", lock.period().end())
        .bind("lockTime", lock.lockTime())
        .bind("cut", lock.cut())
        .bind("first", lock.firstStatementNo())
        .bind("count", lock.statementCount())
        .bind("answer", answered.answer())
        .execute();
  }

  private static Optional<Book> book(Handle handle, String workspace, String locking) {
    List<Book> rows =
        handle
            .createQuery(
                """
                select last_statement_no, locked_until, cut_position from commission_book
                where shard = :shard and workspace = :workspace"""
                    + locking)
            .bind("shard", shard(workspace))
            .bind("workspace", workspace)
            .map((row, context) -> book(row))
            .list();
    return rows.stream().findFirst();
  }

  private static Book book(ResultSet row) throws SQLException {
    return new Book(
        row.getLong("last_statement_no"),
        Columns.optionalTime(row, "locked_until"),
        Columns.optionalText(row, "cut_position"));
  }

  private static Answered answered(ResultSet row) throws SQLException {
    PeriodLock lock =
        new PeriodLock(
            row.getString("lock_id"),
            new TimeRange(Columns.time(row, "start_time"), Columns.time(row, "end_time")),
            Columns.time(row, "lock_time"),
            row.getString("cut_position"),
            row.getLong("first_statement_no"),
            row.getLong("statement_count"));
    return new Answered(lock, row.getBytes("answer"));
  }

  private static int shard(String workspace) {
    return Shards.of(workspace, "collaboration", "");
  }

  /**
   * What a workspace has locked.
   *
   * @param lastStatementNo number of its last statement; 0 before the first
   * @param lockedUntil end of the last locked period
   * @param cut position of the ledger that the last lock was made at, as a token
   */
  record Book(long lastStatementNo, Optional<Instant> lockedUntil, Optional<String> cut) {}

  /**
   * A lock with what answered it, a message of the contract.
   *
   * @param lock the lock
   * @param answer the message
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Answered(PeriodLock lock, byte[] answer) {}
}
