package dev.tributary.bench.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills the table touch of an H2 file that a service has made; its indexes are built afterwards.
 */
public final class H2Tables {
  private static final Pattern INDEX =
      Pattern.compile("CREATE (?:UNIQUE )?INDEX (\\S+) ON .*", Pattern.DOTALL);
  private static final int ROWS_PER_COMMIT = 10_000;

  private H2Tables() {}

  /**
   * Fills the table.
   *
   * @param rows how many
   * @param persons whose touches they are
   */
  public static void fill(H2Stage stage, long rows, long persons) {
    try (Connection connection = stage.connect()) {
      List<String> indexes =
          Sql.texts(connection, "script nodata nosettings table touch").stream()
              .filter(sql -> INDEX.matcher(sql).matches())
              .toList();
      indexes.forEach(sql -> Sql.execute(connection, "drop index " + name(sql)));
      connection.setAutoCommit(false);
      TouchRows source = new TouchRows(persons, 1, TouchHeads.of(connection));
      insert(connection, source, rows);
      TouchHeads.set(connection, source.last());
      connection.commit();
      indexes.forEach(sql -> Sql.execute(connection, sql));
      Sql.execute(connection, "analyze");
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private static void insert(Connection connection, TouchRows source, long rows)
      throws SQLException {
    String columns = String.join(", ", TouchRow.COLUMNS);
    String marks = TouchRow.COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", "));
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into touch (%s) values (%s)".formatted(columns, marks))) {
      for (long row = 1; row <= rows; row++) {
        bind(statement, source.past(shard -> true, 1 - (double) row / rows));
        statement.addBatch();
        if (row % ROWS_PER_COMMIT == 0 || row == rows) {
          statement.executeBatch();
          connection.commit();
        }
      }
    }
  }

  private static void bind(PreparedStatement statement, TouchRow row) throws SQLException {
    OffsetDateTime time =
        Instant.EPOCH.plus(row.timeMicros(), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    Object[] values = {
      row.shard(),
      row.sequence(),
      TouchRow.WORKSPACE,
      row.touch().getTouchId(),
      row.person().bytes(),
      row.customer().map(key -> key.bytes()).orElse(null),
      "CLICK",
      time,
      time,
      row.touch().getLinkId(),
      row.utm().getSource(),
      row.utm().getMedium(),
      row.utm().getCampaign(),
      row.utm().getTerm(),
      row.utm().getContent(),
      row.utm().getId(),
      "PERSON",
      false,
      row.fingerprint()
    };
    for (int column = 0; column < values.length; column++) {
      statement.setObject(column + 1, values[column]);
    }
  }

  private static String name(String createIndex) {
    Matcher matcher = INDEX.matcher(createIndex);
    if (!matcher.matches()) {
      throw new IllegalStateException("index: " + createIndex + " (expected: create index)");
    }
    return matcher.group(1);
  }
}
