package dev.tributary.attribution.touch;

import dev.tributary.attribution.link.UtmMapper;
import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.identity.PersonKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of the table touch. */
public final class TouchMapper implements RowMapper<Touch> {
  /** The columns that it reads. */
  public static final String COLUMNS =
      """
      shard, sequence, touch_id, person_key, customer_key, type, event_time, record_time,
      link_id, %s, validity, test, consent, referrer_host"""
          .formatted(UtmMapper.COLUMNS);

  private final UtmMapper utm = new UtmMapper();

  /** One is enough: it has no state. */
  public TouchMapper() {}

  @Override
  public Touch map(ResultSet row, StatementContext context) throws SQLException {
    return new Touch(
        row.getString("touch_id"),
        TouchType.valueOf(row.getString("type")),
        Columns.time(row, "event_time"),
        Columns.optionalText(row, "link_id"),
        Optional.of(utm.map(row, context)).filter(given -> !given.isEmpty()),
        person(row, "person_key"),
        person(row, "customer_key"),
        TouchValidity.valueOf(row.getString("validity")),
        row.getBoolean("test"),
        TouchConsent.valueOf(row.getString("consent")),
        Columns.optionalText(row, "referrer_host"),
        Columns.time(row, "record_time"),
        row.getInt("shard"),
        row.getLong("sequence"));
  }

  /** A person that may be absent: null, or no bytes where the column is part of a key. */
  static Optional<PersonKey> person(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getBytes(column))
        .filter(bytes -> bytes.length > 0)
        .map(PersonKey::new);
  }
}
