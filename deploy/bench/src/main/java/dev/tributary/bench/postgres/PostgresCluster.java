package dev.tributary.bench.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL server that lives as long as one run, in a folder that is removed with it. Listens
 * on loopback; whoever is on this machine may connect while it lives, and finds made-up data.
 */
public final class PostgresCluster implements AutoCloseable {
  /** The user that owns everything in it. */
  public static final String USER = "postgres";

  /** Of 16 MB each, as many as min_wal_size keeps. */
  private static final int SEGMENTS = 256;

  private final PostgresPrograms programs;
  private final String folder;
  private final int port;
  private final Thread reaper = new Thread(this::stop, "stop-postgres");
  private boolean stopped;

  private PostgresCluster(PostgresPrograms programs, String folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /**
   * Makes and starts a server.
   *
   * @throws IllegalStateException when PostgreSQL is not installed, or does not start
   */
  public static PostgresCluster start() {
    PostgresPrograms programs = PostgresPrograms.find();
    String parent = System.getProperty("java.io.tmpdir");
    String folder =
        programs
            .runAsServerUser(Map.of(), List.of("mktemp", "-d", parent + "/tributary-bench-XXXXXX"))
            .strip();
    PostgresCluster cluster = new PostgresCluster(programs, folder, freePort());
    Runtime.getRuntime().addShutdownHook(cluster.reaper);
    cluster.create();
    cluster.makeLog();
    return cluster;
  }

  /** JDBC URL of a database of this server. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** Opens a connection; the caller closes it. */
  public Connection connect(String database) {
    try {
      return DriverManager.getConnection(url(database), USER, "");
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** Creates an empty database as production wants it. */
  public void createDatabase(String name) {
    execute(
        "create database %s template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'"
            .formatted(name));
  }

  /** Creates a database with the same files as another, to which nobody is connected. */
  public void copyDatabase(String from, String to) {
    execute("create database %s template %s strategy file_copy".formatted(to, from));
  }

  /** Drops a database and whoever is connected to it. */
  public void dropDatabase(String name) {
    execute("drop database if exists %s with (force)".formatted(name));
  }

  /** Writes dirty pages back, so that no measurement pays for the one before. */
  public void checkpoint() {
    execute("checkpoint");
  }

  /** Runs pgbench on a database and answers what it printed. */
  public String pgbench(String database, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(port), "-U", USER, database));
    return programs.run("pgbench", Map.of(), all);
  }

  /** A folder that the server's user can read and write. */
  public String folder() {
    return folder;
  }

  /** For example "15.18". */
  public String version() {
    try (Connection connection = connect("postgres")) {
      return connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(reaper);
  }

  private void create() {
    programs.run(
        "initdb",
        Map.of(),
        List.of(
            "-D",
            data(),
            "-U",
            USER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-instructions"));
    StringBuilder options = new StringBuilder("-p " + port + " -c listen_addresses=127.0.0.1");
    options.append(" -c unix_socket_directories=").append(folder);
    PostgresSettings.durable().forEach((name, value) -> option(options, name, value));
    PostgresSettings.recommended().forEach((name, value) -> option(options, name, value));
    programs.run(
        "pg_ctl",
        Map.of(),
        List.of(
            "-D", data(), "-l", folder + "/log", "-w", "-s", "-o", options.toString(), "start"));
  }

  /**
   * Fills segments of the log and leaves them to be written over, as on a server that has run for a
   * while. A new server makes each when it is first needed: 16 MB of zeros, for which every commit
   * waits.
   */
  private void makeLog() {
    for (int segment = 0; segment < SEGMENTS; segment++) {
      execute("select pg_logical_emit_message(false, 'bench', ''), pg_switch_wal()");
    }
    checkpoint();
  }

  private static void option(StringBuilder options, String name, String value) {
    options.append(" -c ").append(name).append('=').append(value);
  }

  private synchronized void stop() {
    if (!stopped) {
      stopped = true;
      programs.run(
          "pg_ctl", Map.of(), List.of("-D", data(), "-m", "immediate", "-w", "-s", "stop"));
      programs.runAsServerUser(Map.of(), List.of("rm", "-rf", folder));
    }
  }

  private String data() {
    return folder + "/data";
  }

  private void execute(String sql) {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException unexpected) {
      throw new IllegalStateException(sql, unexpected);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }
}
