package dev.tributary.bench.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the table touch in PostgreSQL's binary COPY format (PostgreSQL documentation, COPY,
 * "Binary Format").
 */
final class CopyStream {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };

  /** PostgreSQL counts microseconds from 2000-01-01, Java from 1970-01-01. */
  private static final long EPOCH_MICROS = 946_684_800_000_000L;

  private static final int ROW_BYTES = 420;

  private final ByteArrayOutputStream bytes;
  private final DataOutputStream out;

  private CopyStream(int rows) {
    this.bytes = new ByteArrayOutputStream(rows * ROW_BYTES);
    this.out = new DataOutputStream(bytes);
  }

  /** The command that these bytes answer. */
  static String command(String table) {
    return "copy %s (%s) from stdin (format binary)"
        .formatted(table, String.join(", ", TouchRow.COLUMNS));
  }

  /** All rows, with header and trailer. */
  static byte[] of(List<TouchRow> rows) {
    CopyStream stream = new CopyStream(rows.size());
    try {
      stream.out.write(SIGNATURE);
      stream.out.writeInt(0);
      stream.out.writeInt(0);
      for (TouchRow row : rows) {
        stream.write(row);
      }
      stream.out.writeShort(-1);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return stream.bytes.toByteArray();
  }

  private void write(TouchRow row) throws IOException {
    out.writeShort(TouchRow.COLUMNS.size());
    out.writeInt(Integer.BYTES);
    out.writeInt(row.shard());
    number(row.sequence());
    text(TouchRow.WORKSPACE);
    text(row.touch().getTouchId());
    field(row.person().bytes());
    field(row.customer().map(key -> key.bytes()).orElse(null));
    text("CLICK");
    number(row.timeMicros() - EPOCH_MICROS);
    number(row.timeMicros() - EPOCH_MICROS);
    text(row.touch().getLinkId());
    text(row.utm().getSource());
    text(row.utm().getMedium());
    text(row.utm().getCampaign());
    text(row.utm().getTerm());
    text(row.utm().getContent());
    text(row.utm().getId());
    text("PERSON");
    out.writeInt(1);
    out.writeByte(0);
    field(row.fingerprint());
  }

  private void number(long value) throws IOException {
    out.writeInt(Long.BYTES);
    out.writeLong(value);
  }

  private void text(String value) throws IOException {
    field(value.getBytes(StandardCharsets.UTF_8));
  }

  private void field(byte @Nullable [] value) throws IOException {
    if (value == null) {
      out.writeInt(-1);
      return;
    }
    out.writeInt(value.length);
    out.write(value);
  }
}
