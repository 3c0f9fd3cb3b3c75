package dev.tributary.runtime.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * A database with the tables of an earlier version, so that a test can put rows into them as they
 * were then. {@link Database#open} brings it up to date, like any that was left by that version.
 */
public final class EarlierDatabase implements AutoCloseable {
  private static final int ROWS_AT_ONCE = 1_000;

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  /**
   * Makes the tables.
   *
   * @param config where; a database without tables
   * @param version the newest migration to run, for example "029"
   */
  public EarlierDatabase(DatabaseConfig config, String version, String... migrationFolders) {
    pool = open(config);
    jdbi = Jdbi.create(pool);
    Flyway.configure()
        .dataSource(pool)
        .locations(
            Stream.of(migrationFolders).map(folder -> "classpath:" + folder).toArray(String[]::new))
        .outOfOrder(true)
        .target(version)
        .load()
        .migrate();
  }

  /** Runs a statement. */
  public EarlierDatabase run(String sql, Object... arguments) {
    jdbi.useHandle(handle -> handle.execute(sql, arguments));
    return this;
  }

  /**
   * Takes over all rows of a database of now, which nobody writes to, as the earlier version would
   * have left them: without tables and columns that it did not have.
   */
  public EarlierDatabase takeRowsOf(DatabaseConfig now) {
    try (HikariDataSource source = open(now);
        Handle from = Jdbi.create(source).open()) {
      Map<String, List<String>> columnsNow = columns(from);
      jdbi.useTransaction(
          to ->
              columns(to)
                  .forEach(
                      (table, columns) -> {
                        if (columnsNow.containsKey(table)) {
                          copy(from, to, table, columns);
                        }
                      }));
    }
    return this;
  }

  @Override
  public void close() {
    pool.close();
  }

  private static void copy(Handle from, Handle to, String table, List<String> columns) {
    to.execute("delete from " + table);
    String names = String.join(", ", columns);
    try (PreparedBatch batch =
        to.prepareBatch(
            "insert into %s (%s) values (%s)"
                .formatted(
                    table,
                    names,
                    columns.stream().map(name -> ":" + name).collect(Collectors.joining(", "))))) {
      from.createQuery("select %s from %s".formatted(names, table))
          .setFetchSize(ROWS_AT_ONCE)
          .mapToMap()
          .forEach(row -> batch.bindMap(row).add());
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }

  /** The columns of each table of ours. */
  private static Map<String, List<String>> columns(Handle handle) {
    return handle
        .createQuery(
            """
            select t.table_name, c.column_name from information_schema.tables t
            join information_schema.columns c
              on c.table_schema = t.table_schema and c.table_name = t.table_name
            where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
              and t.table_name <> 'flyway_schema_history'
            order by t.table_name, c.ordinal_position""")
        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static HikariDataSource open(DatabaseConfig config) {
    var settings = new HikariConfig();
    settings.setPoolName("earlier");
    settings.setJdbcUrl(config.url());
    config.user().ifPresent(settings::setUsername);
    config.password().ifPresent(password -> settings.setPassword(password.reveal()));
    settings.setMaximumPoolSize(2);
    Dialect.of(config).configure(settings);
    return new HikariDataSource(settings);
  }
}
