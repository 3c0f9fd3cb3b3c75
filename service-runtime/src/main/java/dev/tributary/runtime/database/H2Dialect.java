package dev.tributary.runtime.database;

import com.zaxxer.hikari.HikariConfig;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The embedded database. H2's COMMIT writes but never syncs, with any WRITE_DELAY, so every write
 * is followed by CHECKPOINT SYNC; that syncs the whole store, hence one writer at a time. Readers
 * are never held up by it.
 */
final class H2Dialect implements Dialect {
  static final String URL_PREFIX = "jdbc:h2:";

  /**
   * Names and nulls as in PostgreSQL, commits written at once, and no closing behind our back: H2's
   * own shutdown hook would close the file while the server still drains.
   *
   * <p>RETENTION_TIME: space of old versions is not written to again before the file is closed in
   * order, when it is compacted. With the default, 45 s, H2 2.5.252 did not find its newest version
   * after a kill -9 of a process that had itself recovered from one, and took up an older one:
   * acknowledged rows were gone. The file grows meanwhile.
   */
  private static final String URL_SETTINGS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;RETENTION_TIME=2147483647";

  private final ReentrantLock writersTurn = new ReentrantLock(true);

  @Override
  public void configure(HikariConfig pool) {
    pool.setJdbcUrl(pool.getJdbcUrl() + URL_SETTINGS);
  }

  @Override
  public void check(Handle handle) {
    // Strings compare by UTF-16 unit unless somebody set a collation; bytewise and so differ beyond
    // U+FFFF only.
    String collation =
        handle
            .createQuery(
                "select setting_value from information_schema.settings where setting_name = 'COLLATION'")
            .mapTo(String.class)
            .findOne()
            .orElse("OFF");
    if (!collation.equals("OFF")) {
      throw new IllegalStateException("database collation: " + collation + " (expected: none)");
    }
  }

  /**
   * H2's REPEATABLE READ fixes each table when it is first read; only from SERIALIZABLE on it is
   * one moment for all.
   */
  @Override
  public TransactionIsolationLevel snapshotIsolation() {
    return TransactionIsolationLevel.SERIALIZABLE;
  }

  @Override
  public <T> T write(Jdbi jdbi, Function<Handle, T> work) {
    if (writersTurn.isHeldByCurrentThread()) {
      throw new IllegalStateException(
          "a write inside a write would wait for itself: pass the handle on");
    }
    writersTurn.lock();
    try (Handle handle = jdbi.open()) {
      T result = handle.inTransaction(work::apply);
      handle.execute("checkpoint sync");
      return result;
    } finally {
      writersTurn.unlock();
    }
  }

  /** H2 keeps no statistics that could mislead it. */
  @Override
  public Optional<Upkeep> lookAfterTables(Jdbi jdbi) {
    // It gathers statistics by itself as rows come.
    return Optional.empty();
  }

  @Override
  public void planByKeys(Handle handle) {}

  @Override
  public boolean isShared() {
    return false;
  }

  /** Whoever holds the turn knows that the last commit was synced. */
  @Override
  public <T> T readDurable(Jdbi jdbi, Function<Handle, T> work) {
    writersTurn.lock();
    try {
      return jdbi.inTransaction(work::apply);
    } finally {
      writersTurn.unlock();
    }
  }
}
