package dev.tributary.runtime.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary COPY format (PostgreSQL manual, COPY, "Binary Format"): a header,
 * then for each row the number of fields and each field behind its length, -1 for null, then -1.
 */
final class CopyRows implements RowSink {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  private static final int START_BYTES = 64 * 1024;
  private static final int NULL = -1;
  private static final short END = -1;

  /** PostgreSQL counts microseconds from here. */
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private final short columns;
  private ByteBuffer buffer = ByteBuffer.allocate(START_BYTES).put(SIGNATURE);
  private int fields;

  CopyRows(int columns) {
    this.columns = (short) columns;
  }

  void begin() {
    room(Short.BYTES).putShort(columns);
    fields = 0;
  }

  /** Refuses a row that the server would refuse with less to go by. */
  void end() {
    if (fields != columns) {
      throw new IllegalStateException("row: " + fields + " values (expected: " + columns + ")");
    }
  }

  /** Ends the rows and sends them; the copy is ended in any case. */
  void send(CopyIn copy) throws SQLException {
    try {
      room(Short.BYTES).putShort(END);
      copy.writeToCopy(buffer.array(), 0, buffer.position());
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  @Override
  public RowSink integer(int value) {
    field(Integer.BYTES).putInt(value);
    return this;
  }

  @Override
  public RowSink bigint(long value) {
    field(Long.BYTES).putLong(value);
    return this;
  }

  @Override
  public RowSink bigintOrNull(@Nullable Long value) {
    return value == null ? nothing() : bigint(value);
  }

  @Override
  public RowSink text(@Nullable String value) {
    return value == null ? nothing() : bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public RowSink bytes(byte @Nullable [] value) {
    if (value == null) {
      return nothing();
    }
    field(value.length).put(value);
    return this;
  }

  @Override
  public RowSink time(@Nullable Instant value) {
    return value == null ? nothing() : bigint(ChronoUnit.MICROS.between(EPOCH, value));
  }

  @Override
  public RowSink flag(boolean value) {
    field(1).put((byte) (value ? 1 : 0));
    return this;
  }

  private RowSink nothing() {
    fields++;
    room(Integer.BYTES).putInt(NULL);
    return this;
  }

  private ByteBuffer field(int length) {
    fields++;
    return room(Integer.BYTES + length).putInt(length);
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int size = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
      buffer = ByteBuffer.allocate(size).put(buffer.flip());
    }
    return buffer;
  }
}
