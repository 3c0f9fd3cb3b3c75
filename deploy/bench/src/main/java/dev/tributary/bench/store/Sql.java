package dev.tributary.bench.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Plain statements of the measurements; a fault ends the run. */
public final class Sql {
  private Sql() {}

  /** Runs a statement. */
  public static void execute(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException refused) {
      throw new IllegalStateException(sql, refused);
    }
  }

  /** The number in the first column of the only row. */
  public static long number(Connection connection, String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException refused) {
      throw new IllegalStateException(sql, refused);
    }
  }

  /** The texts in the first column. */
  public static List<String> texts(Connection connection, String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException refused) {
      throw new IllegalStateException(sql, refused);
    }
  }

  /** Ends the transaction. */
  public static void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** Closes what is not needed any more. */
  public static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
