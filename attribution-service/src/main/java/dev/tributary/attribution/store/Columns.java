package dev.tributary.attribution.store;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.runtime.identity.PersonKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Values as they stand in columns. Absent values are null. */
public final class Columns {
  private Columns() {}

  /**
   * A time to bind. With its offset, since a driver reads an {@link Instant} in the zone of the
   * machine, where an hour a year exists twice.
   */
  public static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  /** A time that may be absent, to bind. */
  public static Optional<OffsetDateTime> utc(Optional<Instant> time) {
    return time.map(Columns::utc);
  }

  /** A time that is there. */
  public static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** A time that may be absent. */
  public static Optional<Instant> optionalTime(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /** A text that may be absent. */
  public static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  /** A person that may be absent: null, or no bytes where the column is part of a key. */
  public static Optional<PersonKey> optionalPerson(ResultSet row, String column)
      throws SQLException {
    return Optional.ofNullable(row.getBytes(column))
        .filter(bytes -> bytes.length > 0)
        .map(PersonKey::new);
  }

  /**
   * The owner in the columns collaboration_id, creator_id and campaign_id, all or none of them
   * null.
   */
  public static Optional<Owner> optionalOwner(ResultSet row) throws SQLException {
    String collaborationId = row.getString("collaboration_id");
    return collaborationId == null
        ? Optional.empty()
        : Optional.of(
            new Owner(collaborationId, row.getString("creator_id"), row.getString("campaign_id")));
  }
}
