package dev.tributary.runtime.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jdbi.v3.core.ConnectionException;

/**
 * Tells a database that cannot be reached, which is worth another try, from a statement that is
 * wrong.
 */
final class ConnectionFaults {
  /** SQLSTATE class of connection exceptions. */
  private static final String CONNECTION_CLASS = "08";

  /**
   * PostgreSQL: too many connections, shutting down, crashed, starting up, dropped. H2: closed,
   * broken, closed at shutdown.
   */
  private static final Set<String> STATES =
      Set.of("53300", "57P01", "57P02", "57P03", "57P04", "90098", "90067", "90121");

  private ConnectionFaults() {}

  /**
   * Whether the fault, or a cause of it, says that there is no working connection to the database.
   */
  static boolean isIn(Throwable fault) {
    return SqlStates.causes(fault).anyMatch(ConnectionFaults::saysNoConnection);
  }

  private static boolean saysNoConnection(Throwable fault) {
    return fault instanceof ConnectionException
        || (fault instanceof SQLException sql && isLoss(sql));
  }

  private static boolean isLoss(SQLException fault) {
    String state = fault.getSQLState();
    return fault instanceof SQLTransientConnectionException
        || fault instanceof SQLNonTransientConnectionException
        || fault instanceof SQLRecoverableException
        || (state != null && (state.startsWith(CONNECTION_CLASS) || STATES.contains(state)));
  }
}
