package dev.tributary.runtime.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One real PostgreSQL for all tests of the JVM, started when first asked for and stopped when the
 * JVM ends.
 */
final class PostgresServer {
  static final String USER = "postgres";

  private PostgresServer() {}

  /** Creates an empty database as production wants it and answers its JDBC URL. */
  static String createDatabase(String name) {
    try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create database %s template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'"
              .formatted(name));
    } catch (SQLException unexpected) {
      throw new IllegalStateException("cannot create database " + name, unexpected);
    }
    return "jdbc:postgresql://localhost:%d/%s".formatted(Holder.SERVER.getPort(), name);
  }

  private static final class Holder {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        // Durable commits as in production, but no waiting for the disk below them.
        return EmbeddedPostgres.builder()
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("fsync", "off")
            .setServerConfig("max_connections", "300")
            .start();
      } catch (IOException unusable) {
        throw new UncheckedIOException("the embedded PostgreSQL does not start", unusable);
      }
    }
  }
}
