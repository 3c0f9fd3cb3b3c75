package dev.tributary.bench.store;

import dev.tributary.runtime.database.DatabaseConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A data directory with the service's embedded database.
 *
 * @param folder the data directory
 */
public record H2Stage(Path folder) implements Stage {
  private static final String FILE = "attribution";

  /** Names as the service has them. */
  private static final String URL =
      "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  /** An empty data directory. */
  public static H2Stage create() {
    try {
      return new H2Stage(Files.createTempDirectory("tributary-bench-h2-"));
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  /** The same data in another directory; nobody may have this one open. */
  public H2Stage copy() {
    H2Stage copy = create();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.folder.resolve(file.getFileName()));
      }
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
    return copy;
  }

  /** Opens a connection; the caller closes it. */
  Connection connect() {
    try {
      return DriverManager.getConnection(URL.formatted(folder.resolve(FILE)), "", "");
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  @Override
  public DatabaseConfig config() {
    return DatabaseConfig.h2File(folder.resolve(FILE));
  }

  @Override
  public List<String> serviceSettings() {
    return List.of("--data-dir=" + folder);
  }

  @Override
  public long entries() {
    try (Connection connection = connect()) {
      return TouchHeads.entries(connection);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }
}
