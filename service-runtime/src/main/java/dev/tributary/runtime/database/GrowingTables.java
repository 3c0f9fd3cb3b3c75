package dev.tributary.runtime.database;

import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Gathers PostgreSQL's statistics of tables while they are small and grow fast. Of a table that was
 * never analysed the planner believes that a workspace has a handful of rows, and reads all of them
 * for every key; autovacuum comes after a minute at the earliest, which on the day of a launch is
 * too late. It looks at the files' sizes, which are current at any time, and leaves large tables to
 * autovacuum. Each process has one; they do not repeat each other's work.
 */
final class GrowingTables {
  private static final Duration PERIOD = Duration.ofMillis(500);

  /** Growth since the last statistics after which they are gathered again. */
  private static final int GROWTH = 4;

  /** From 128 MB on, tables are autovacuum's: they take minutes to grow by as much again. */
  private static final int PAGES_MAX = 16_384;

  private GrowingTables() {}

  /** Looks after the tables of one database until it is closed. */
  static Upkeep lookAfter(Jdbi jdbi) {
    return Upkeep.start(
        "analyze-growing-tables",
        PERIOD,
        "tables cannot be analysed; statements are slow until autovacuum does it",
        () -> {
          jdbi.useHandle(GrowingTables::analyze);
          return false;
        });
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
}
