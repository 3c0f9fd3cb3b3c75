package dev.tributary.runtime.database;

import com.zaxxer.hikari.HikariConfig;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The embedded database as it would be without CHECKPOINT SYNC, everything else being the same:
 * shows that tests of power cuts can fail.
 */
public final class UnsyncedDatabase implements Dialect {
  private final H2Dialect real = new H2Dialect();

  private UnsyncedDatabase() {}

  /** Opens such a database. */
  public static Database open(DatabaseConfig config, String... migrationFolders) {
    return Database.open(config, new UnsyncedDatabase(), migrationFolders);
  }

  @Override
  public <T> T write(Jdbi jdbi, Function<Handle, T> work) {
    return jdbi.inTransaction(work::apply);
  }

  @Override
  public void configure(HikariConfig pool) {
    real.configure(pool);
  }

  @Override
  public void check(Handle handle) {
    real.check(handle);
  }

  @Override
  public TransactionIsolationLevel snapshotIsolation() {
    return real.snapshotIsolation();
  }

  @Override
  public Optional<Upkeep> lookAfterTables(Jdbi jdbi) {
    return real.lookAfterTables(jdbi);
  }

  @Override
  public void planByKeys(Handle handle) {
    real.planByKeys(handle);
  }

  @Override
  public boolean isShared() {
    return real.isShared();
  }

  @Override
  public <T> T readDurable(Jdbi jdbi, Function<Handle, T> work) {
    return real.readDurable(jdbi, work);
  }
}
