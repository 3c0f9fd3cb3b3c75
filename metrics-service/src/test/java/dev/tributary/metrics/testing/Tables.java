package dev.tributary.metrics.testing;

import dev.tributary.runtime.database.Database;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The whole content of tables, to be compared. */
public final class Tables {
  private static final List<String> NAMES =
      List.of(
          "campaign",
          "brand_account",
          "creator",
          "collaboration",
          "post",
          "post_snapshot",
          "account_snapshot",
          "cost_entry",
          "exchange_rate",
          "web_traffic",
          "opinion",
          "campaign_goal",
          "campaign_target",
          "promo_code",
          "link",
          "touch",
          "conversion",
          "credit",
          "commission_movement");

  private Tables() {}

  /** All rows by table, each as text, in an order of their own. */
  public static Map<String, List<String>> content(Database database) {
    return database.read(
        handle -> {
          Map<String, List<String>> content = new TreeMap<>();
          NAMES.forEach(table -> content.put(table, rows(handle, table)));
          return content;
        });
  }

  /** Empties all tables. */
  public static void clear(Database database) {
    database.write(
        handle -> {
          NAMES.forEach(table -> handle.execute("delete from " + table));
          return NAMES.size();
        });
  }

  private static List<String> rows(Handle handle, String table) {
    return handle
        .createQuery("select * from " + table)
        .mapToMap()
        .map(row -> new TreeMap<>(row))
        .map(Tables::text)
        .stream()
        .sorted()
        .toList();
  }

  private static String text(Map<String, Object> row) {
    row.replaceAll((column, value) -> comparable(value));
    return row.toString();
  }

  private static Object comparable(Object value) {
    if (value instanceof Array array) {
      return list(array);
    }
    return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value;
  }

  private static List<?> list(Array array) {
    try {
      return Arrays.asList((Object[]) array.getArray());
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
