package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Component;
import dev.tributary.runtime.database.RowSink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The columns of the parts of an order, each called as its field; null when not told. */
final class ComponentColumns implements RowMapper<Map<Component, Long>> {
  /** Their names, for a list of columns. */
  static final String NAMES = names("%s");

  /** Their values, as {@link #bind} gives them. */
  static final String VALUES = names(":%s");

  /** Their new values in an update. */
  static final String ASSIGNMENTS = names("%1$s = :%1$s");

  @Override
  public Map<Component, Long> map(ResultSet row, StatementContext context) throws SQLException {
    Map<Component, Long> told = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      long minor = row.getLong(component.fieldName());
      if (!row.wasNull()) {
        told.put(component, minor);
      }
    }
    return told;
  }

  /** Binds the parts that were told. */
  PreparedBatch bind(PreparedBatch batch, Map<Component, Long> told) {
    for (Component component : Component.values()) {
      batch.bind(component.fieldName(), told.get(component));
    }
    return batch;
  }

  /** Gives the parts that were told to a row to be inserted, in the order of {@link #NAMES}. */
  static RowSink write(RowSink row, Map<Component, Long> told) throws SQLException {
    for (Component component : Component.values()) {
      row.bigintOrNull(told.get(component));
    }
    return row;
  }

  private static String names(String pattern) {
    return Arrays.stream(Component.values())
        .map(Component::fieldName)
        .map(pattern::formatted)
        .collect(Collectors.joining(", "));
  }
}
