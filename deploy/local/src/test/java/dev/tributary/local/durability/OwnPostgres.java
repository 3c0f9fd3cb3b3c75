package dev.tributary.local.durability;

import dev.tributary.local.testing.Tool;
import dev.tributary.runtime.database.DatabaseConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL of the test's own, which can crash and come back where it was. */
final class OwnPostgres implements AutoCloseable {
  private static final String DATABASE = "own";
  private static final String USER = "postgres";
  private static final int POOL_SIZE = 8;

  private final Path directory;
  private final EmbeddedPostgres server;

  /** Starts the server with an empty database. */
  OwnPostgres(Path directory) throws IOException, SQLException {
    this.directory = directory.resolve("postgresql");
    // On tells it to wait for the disk, as in production; the builder's default is not to.
    this.server =
        EmbeddedPostgres.builder()
            .setDataDirectory(this.directory)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create database %s template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'"
              .formatted(DATABASE));
    }
  }

  /** Where the database is, also after a restart. */
  DatabaseConfig config() {
    return new DatabaseConfig(
        "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), DATABASE),
        Optional.of(USER),
        Optional.empty(),
        POOL_SIZE);
  }

  /**
   * Stops the server without letting it finish anything, and starts it, which makes it recover from
   * its log; returns when it takes connections.
   */
  void crashAndRestart() throws IOException, InterruptedException {
    // How the server was started stands in its directory, with the path of its programs.
    String options = Files.readString(directory.resolve("postmaster.opts"));
    Path programs = Path.of(options.substring(0, options.indexOf(' '))).getParent();
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      // As the builder does: the server's programs refuse to be root.
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(
        List.of(
            programs.resolve("pg_ctl").toString(),
            "restart",
            "--mode=immediate",
            "--wait",
            "--pgdata=" + directory,
            "--log=" + directory.resolveSibling("postgresql.log")));
    Tool.Result result = Tool.run(command);
    if (result.exitCode() != 0) {
      throw new IllegalStateException(result.output());
    }
  }

  /** Ends every connection to the database from the server's side; answers how many. */
  int cutConnections() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '%s'"
                    .formatted(DATABASE))) {
      count.next();
      return count.getInt(1);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
