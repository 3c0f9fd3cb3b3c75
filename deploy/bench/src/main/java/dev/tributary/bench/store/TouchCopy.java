package dev.tributary.bench.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** Puts rows into the table touch by COPY and nothing else. */
final class TouchCopy {
  private static final String COMMAND = CopyStream.command("touch");

  private TouchCopy() {}

  /** Adds the rows in the connection's transaction. */
  static void copy(Connection connection, List<TouchRow> rows) {
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(COMMAND, new ByteArrayInputStream(CopyStream.of(rows)));
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
