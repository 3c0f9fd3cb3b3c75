package dev.tributary.runtime.database;

import com.zaxxer.hikari.HikariConfig;
import java.util.Optional;
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

  /** Makes the rest of the transaction look rows up by index, whatever statistics say. */
  void planByKeys(Handle handle);

  /** Keeps the planner's statistics of tables that grow fast, where the database is late. */
  Optional<Upkeep> lookAfterTables(Jdbi jdbi);

  /** Whether several processes may write to the database. */
  boolean isShared();

  /** Runs the work where it sees nothing that is committed but not yet on disk. */
  <T> T readDurable(Jdbi jdbi, Function<Handle, T> work);

  /**
   * Whether the fault, or a cause of it, says that there is no working connection to the database,
   * which is worth another try, unlike a statement that is wrong.
   */
  static boolean isConnectionFault(Throwable fault) {
    return ConnectionFaults.isIn(fault);
  }

  /**
   * Whether the fault, or a cause of it, says that the database refused the data of the statement,
   * so that the same data would be refused again: SQLSTATE classes 22 and 23.
   */
  static boolean isDataFault(Throwable fault) {
    return SqlStates.of(fault).anyMatch(state -> state.startsWith("22") || state.startsWith("23"));
  }

  /**
   * Whether the fault, or a cause of it, says that the transaction met another one and may do
   * better the next time: SQLSTATE class 40, and lock timeouts of both databases.
   */
  static boolean isCollision(Throwable fault) {
    return SqlStates.of(fault)
        .anyMatch(
            state -> state.startsWith("40") || state.equals("55P03") || state.equals("HYT00"));
  }

  /** The first SQLSTATE of a fault and its causes; empty if none has one. */
  static String sqlState(Throwable fault) {
    return SqlStates.of(fault).findFirst().orElse("");
  }

  /** The dialect of a URL. */
  static Dialect of(DatabaseConfig config) {
    return config.isEmbedded() ? new H2Dialect() : new PostgresDialect();
  }
}
