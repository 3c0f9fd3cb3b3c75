package dev.tributary.runtime.database;

import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values of one row, in the order of the columns. The methods say the column's type,
 * which must be the table's exactly: nothing is converted on the way.
 */
public interface RowSink {
  /** A column of type integer. */
  RowSink integer(int value) throws SQLException;

  /** A column of type bigint. */
  RowSink bigint(long value) throws SQLException;

  /** A column of type bigint that may be null. */
  RowSink bigintOrNull(@Nullable Long value) throws SQLException;

  /** A column of type varchar or text, or null. */
  RowSink text(@Nullable String value) throws SQLException;

  /** A column of type bytea, or null. */
  RowSink bytes(byte @Nullable [] value) throws SQLException;

  /** A column of type timestamp with time zone, in microseconds, or null. */
  RowSink time(@Nullable Instant value) throws SQLException;

  /** A column of type boolean. */
  RowSink flag(boolean value) throws SQLException;
}
