package dev.tributary.local.durability;

import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.testing.TestDatabases;
import java.nio.file.Path;
import java.util.List;

/** Where services under test keep their data. */
enum Store {
  /** A file of each service. */
  H2 {
    @Override
    List<String> in(Path directory, String name) {
      return List.of("--data-dir=" + directory.resolve(name));
    }
  },
  /** A new database of each service on the server that all tests share. */
  POSTGRES {
    @Override
    List<String> in(Path directory, String name) {
      return on(TestDatabases.POSTGRES.fresh());
    }
  };

  /** Settings of a service with a database of its own, which is new if the name is. */
  abstract List<String> in(Path directory, String name);

  /** Settings of a service on a PostgreSQL database. */
  static List<String> on(DatabaseConfig database) {
    return List.of("--db-url=" + database.url(), "--db-user=" + database.user().orElseThrow());
  }
}
