package dev.tributary.runtime.database;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers PostgreSQL's statistics of tables while they are small and grow fast. Of a table that was
 * never analysed the planner believes that a workspace has a handful of rows, and reads all of them
 * for every key; autovacuum comes after a minute at the earliest, which on the day of a launch is
 * too late. It looks at the files' sizes, which are current at any time, and leaves large tables to
 * autovacuum. Each process has one; they do not repeat each other's work.
 */
final class GrowingTables implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(GrowingTables.class);

  private static final Duration PERIOD = Duration.ofMillis(500);

  /** Growth since the last statistics after which they are gathered again. */
  private static final int GROWTH = 4;

  /** From 128 MB on, tables are autovacuum's: they take minutes to grow by as much again. */
  private static final int PAGES_MAX = 16_384;

  private final Jdbi jdbi;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "analyze-growing-tables");
  private boolean works = true;

  private GrowingTables(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Looks after the tables of one database until it is closed. */
  static GrowingTables lookAfter(Jdbi jdbi) {
    GrowingTables tables = new GrowingTables(jdbi);
    tables.thread.setDaemon(true);
    tables.thread.start();
    return tables;
  }

  /** Waits for the table in hand and stops. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!isClosingWithin(PERIOD)) {
      try {
        jdbi.useHandle(GrowingTables::analyze);
        works = true;
      } catch (RuntimeException fault) {
        if (works) {
          log.warn(
              "tables cannot be analysed; statements are slow until autovacuum does it", fault);
        }
        works = false;
      }
    }
  }

  /** Analyses what has grown since it was analysed; answers the names of those tables. */
  static List<String> analyze(Handle handle) {
    List<String> grown =
        handle
            .createQuery(
                """
                select format('%I.%I', n.nspname, c.relname)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = current_schema() and c.relkind = 'r'
                  and pg_has_role(c.relowner, 'USAGE')
                  and pg_relation_size(c.oid) / current_setting('block_size')::bigint
                    between :growth * c.relpages + 1 and :most""")
            .bind("growth", GROWTH)
            .bind("most", PAGES_MAX)
            .mapTo(String.class)
            .list();
    // Who else analyses a table, such as another process of ours, is not waited for.
    grown.forEach(table -> handle.execute("analyze (skip_locked) " + table));
    return grown;
  }

  private boolean isClosingWithin(Duration pause) {
    try {
      return closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
