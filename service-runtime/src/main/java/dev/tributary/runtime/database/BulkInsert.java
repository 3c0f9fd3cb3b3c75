package dev.tributary.runtime.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.PGConnection;

/**
 * Inserts many rows into one table: by binary COPY on PostgreSQL, which takes half of the time of a
 * batch of INSERTs, and by such a batch on H2 or for a handful of rows, where COPY's extra round
 * trip would cost more than it saves. The rows are all inserted or, with the exception, none.
 *
 * @param <T> what a row is made of
 */
public final class BulkInsert<T> {
  /** From how many rows on COPY wins. */
  private static final int COPY_ROWS_MIN = 8;

  private final String insert;
  private final String copy;
  private final int columns;
  private final RowOf<T> row;

  /**
   * An insert into a table.
   *
   * @param columns names of the columns, divided by commas, in the order in which {@code row} gives
   *     their values
   */
  public BulkInsert(String table, String columns, RowOf<T> row) {
    this.columns = columns.split(",", -1).length;
    String marks = "?" + ", ?".repeat(this.columns - 1);
    this.insert = "insert into %s (%s) values (%s)".formatted(table, columns, marks);
    this.copy = "copy %s (%s) from stdin (format binary)".formatted(table, columns);
    this.row = row;
  }

  /**
   * Inserts the rows within the handle's transaction.
   *
   * @throws UnableToExecuteStatementException as Jdbi would, with the database's fault as its cause
   */
  public void run(Handle handle, Collection<? extends T> items) {
    if (items.isEmpty()) {
      return;
    }
    Connection connection = handle.getConnection();
    try {
      if (items.size() >= COPY_ROWS_MIN && connection.isWrapperFor(PGConnection.class)) {
        copy(connection.unwrap(PGConnection.class), items);
      } else {
        insert(connection, items);
      }
    } catch (SQLException fault) {
      throw new UnableToExecuteStatementException(fault, handle.createUpdate(insert).getContext());
    }
  }

  private void copy(PGConnection connection, Collection<? extends T> items) throws SQLException {
    CopyRows rows = new CopyRows(columns);
    for (T item : items) {
      rows.begin();
      row.write(item, rows);
      rows.end();
    }
    rows.send(connection.getCopyAPI().copyIn(copy));
  }

  private void insert(Connection connection, Collection<? extends T> items) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      StatementRow values = new StatementRow(statement);
      for (T item : items) {
        values.begin();
        row.write(item, values);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /**
   * Writes the values of one row.
   *
   * @param <T> what the row is made of
   */
  @FunctionalInterface
  public interface RowOf<T> {
    /** Gives one value for each column, in their order. */
    void write(T item, RowSink row) throws SQLException;
  }
}
