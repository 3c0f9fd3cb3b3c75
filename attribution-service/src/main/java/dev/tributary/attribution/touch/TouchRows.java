package dev.tributary.attribution.touch;

import dev.tributary.attribution.link.UtmColumns;
import dev.tributary.attribution.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Rows of the table touch. */
public final class TouchRows {
  /** What {@link #read} needs. */
  public static final String COLUMNS =
      "shard, sequence, touch_id, person_key, customer_key, type, event_time, record_time, link_id, "
          + UtmColumns.NAMES
          + ", validity, test";

  private TouchRows() {}

  /** The touch of a row. */
  public static Touch read(ResultSet row) throws SQLException {
    return new Touch(
        row.getString("touch_id"),
        TouchType.valueOf(row.getString("type")),
        Columns.time(row, "event_time"),
        Columns.optionalText(row, "link_id"),
        Optional.of(UtmColumns.read(row)).filter(utm -> !utm.isEmpty()),
        Columns.optionalPerson(row, "person_key"),
        Columns.optionalPerson(row, "customer_key"),
        TouchValidity.valueOf(row.getString("validity")),
        row.getBoolean("test"),
        Columns.time(row, "record_time"),
        row.getInt("shard"),
        row.getLong("sequence"));
  }
}
