package dev.tributary.runtime.testing;

import dev.tributary.runtime.database.Database;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** All that a database holds, for tests of what it must not hold. */
public final class StoredText {
  private StoredText() {}

  /** All columns of all tables as text; bytes as the characters that they would be. */
  public static String of(Database database) {
    return database.read(
        handle ->
            tables(handle).stream()
                .flatMap(table -> handle.select("select * from " + table).mapToMap().stream())
                .flatMap(row -> row.values().stream())
                .map(StoredText::of)
                .collect(Collectors.joining("\n")));
  }

  /** A value as it would stand there. */
  public static String of(Object value) {
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.ISO_8859_1)
        : String.valueOf(value);
  }

  private static List<String> tables(Handle handle) {
    return handle
        .createQuery(
            """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_name not like 'flyway%'""")
        .mapTo(String.class)
        .list();
  }
}
