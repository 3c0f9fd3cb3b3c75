package dev.tributary.runtime.database;

import com.zaxxer.hikari.HikariConfig;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The database server. Its commits become visible after they are on disk, so nothing is needed but
 * to refuse settings that would break this.
 */
final class PostgresDialect implements Dialect {
  static final String URL_PREFIX = "jdbc:postgresql:";

  private static final Set<String> BYTEWISE = Set.of("C", "POSIX");

  @Override
  public void configure(HikariConfig pool) {
    // With rewriting, a batch answers -2 for every row, and nobody could tell who won an ON
    // CONFLICT DO NOTHING.
    pool.addDataSourceProperty("reWriteBatchedInserts", "false");
    pool.addDataSourceProperty("ApplicationName", pool.getPoolName());
    // Every statement here is short. The planner compiles those that it takes for long ones, which
    // costs 50 ms and more each time, and it takes many for long as soon as plans are ruled out.
    pool.setConnectionInitSql("set jit = off");
  }

  @Override
  public void check(Handle handle) {
    String collation =
        handle
            .createQuery(
                """
                select case datlocprovider when 'i' then 'icu' else datcollate end
                from pg_database where datname = current_database()""")
            .mapTo(String.class)
            .one();
    if (!BYTEWISE.contains(collation)) {
      throw new IllegalStateException(
          "database collation: %s (expected: C; create database ... template template0 lc_collate 'C' lc_ctype 'C')"
              .formatted(collation));
    }
    require(handle, "server_encoding", Set.of("UTF8"));
    require(handle, "synchronous_commit", Set.of("on", "local", "remote_write", "remote_apply"));
  }

  @Override
  public TransactionIsolationLevel snapshotIsolation() {
    return TransactionIsolationLevel.REPEATABLE_READ;
  }

  @Override
  public <T> T write(Jdbi jdbi, Function<Handle, T> work) {
    return jdbi.inTransaction(work::apply);
  }

  @Override
  public Optional<Upkeep> lookAfterTables(Jdbi jdbi) {
    return Optional.of(GrowingTables.lookAfter(jdbi));
  }

  @Override
  public void planByKeys(Handle handle) {
    // As one statement that is prepared once; three commands would be parsed in each transaction.
    handle
        .createQuery(
            """
            select set_config('enable_seqscan', 'off', true),
              set_config('enable_hashjoin', 'off', true),
              set_config('enable_mergejoin', 'off', true)""")
        .mapTo(String.class)
        .one();
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public <T> T readDurable(Jdbi jdbi, Function<Handle, T> work) {
    return jdbi.inTransaction(work::apply);
  }

  private static void require(Handle handle, String setting, Set<String> accepted) {
    String value =
        handle
            .createQuery("select current_setting(:setting)")
            .bind("setting", setting)
            .mapTo(String.class)
            .one();
    if (!accepted.contains(value)) {
      throw new IllegalStateException(
          "database setting " + setting + ": " + value + " (expected: " + accepted + ")");
    }
  }
}
