package dev.tributary.runtime.database;

import com.zaxxer.hikari.HikariConfig;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * What the two databases do differently. Statements are shared, within the subset of SQL that both
 * understand; a statement comes here when being hot is worth having it twice.
 */
public interface Dialect {
  /**
   * Completes the connection's settings, so that both databases behave alike whatever the URL says.
   */
  void configure(HikariConfig pool);

  /**
   * Refuses a database that would sort or lose data unlike we promise.
   *
   * @throws IllegalStateException naming the setting, its value and the one expected
   */
  void check(Handle handle);

  /** The weakest isolation in which all statements of a transaction see the same moment. */
  TransactionIsolationLevel snapshotIsolation();

  /** Runs the work in one transaction; when this returns, its effects are on disk. */
  <T> T write(Jdbi jdbi, Function<Handle, T> work);

  /** Runs the work where it sees nothing that is committed but not yet on disk. */
  <T> T readDurable(Jdbi jdbi, Function<Handle, T> work);

  /**
   * Whether the fault, or a cause of it, says that there is no working connection to the database,
   * which is worth another try, unlike a statement that is wrong.
   */
  static boolean isConnectionFault(Throwable fault) {
    return ConnectionFaults.isIn(fault);
  }

  /** The dialect of a URL. */
  static Dialect of(DatabaseConfig config) {
    return config.isEmbedded() ? new H2Dialect() : new PostgresDialect();
  }
}
