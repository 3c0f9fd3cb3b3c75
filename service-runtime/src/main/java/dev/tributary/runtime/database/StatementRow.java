package dev.tributary.runtime.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A row of a batch of INSERTs. */
final class StatementRow implements RowSink {
  private final PreparedStatement statement;
  private int last;

  StatementRow(PreparedStatement statement) {
    this.statement = statement;
  }

  void begin() {
    last = 0;
  }

  @Override
  public RowSink integer(int value) throws SQLException {
    statement.setInt(++last, value);
    return this;
  }

  @Override
  public RowSink bigint(long value) throws SQLException {
    statement.setLong(++last, value);
    return this;
  }

  @Override
  public RowSink bigintOrNull(@Nullable Long value) throws SQLException {
    statement.setObject(++last, value, Types.BIGINT);
    return this;
  }

  @Override
  public RowSink text(@Nullable String value) throws SQLException {
    statement.setString(++last, value);
    return this;
  }

  @Override
  public RowSink bytes(byte @Nullable [] value) throws SQLException {
    statement.setBytes(++last, value);
    return this;
  }

  @Override
  public RowSink time(@Nullable Instant value) throws SQLException {
    if (value == null) {
      statement.setNull(++last, Types.TIMESTAMP_WITH_TIMEZONE);
    } else {
      statement.setObject(++last, value.atOffset(ZoneOffset.UTC));
    }
    return this;
  }

  @Override
  public RowSink flag(boolean value) throws SQLException {
    statement.setBoolean(++last, value);
    return this;
  }
}
