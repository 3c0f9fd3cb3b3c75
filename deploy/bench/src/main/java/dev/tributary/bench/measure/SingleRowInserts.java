package dev.tributary.bench.measure;

import dev.tributary.bench.postgres.PostgresCluster;
import dev.tributary.bench.store.PostgresStage;
import dev.tributary.bench.store.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * (d) What an application gets that inserts one touch per transaction from many connections:
 * PostgreSQL's own pgbench, into a copy of the filled table with all its indexes.
 */
public final class SingleRowInserts {
  private static final String DATABASE = "d";
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
  private static final Pattern COUNT = Pattern.compile("actually processed: (\\d+)");

  private SingleRowInserts() {}

  /** Measures 64 connections. */
  public static void measure(Rig rig, Templates templates) {
    PostgresCluster cluster = templates.cluster();
    try (PostgresStage stage = templates.filled(DATABASE);
        Connection connection = cluster.connect(stage.database())) {
      Sql.execute(connection, "create sequence run_number");
      Path script = script();
      run(cluster, connection, script, rig.options().warmUpSeconds());
      for (int round = 0; round < rig.options().rounds(); round++) {
        double rate = run(cluster, connection, script, rig.options().seconds());
        rig.figures().add("d", "pgbench -c 64 -M prepared, 1 row each", "touches/s", rate);
        rig.say("d: %,.0f touches/s".formatted(rate));
      }
      Files.delete(script);
    } catch (SQLException | IOException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private static double run(
      PostgresCluster cluster, Connection connection, Path script, double seconds) {
    long before = Sql.number(connection, "select count(*) from touch");
    long number = Sql.number(connection, "select nextval('run_number')");
    String answer =
        cluster.pgbench(
            DATABASE,
            List.of(
                "-n",
                "-c",
                "64",
                "-j",
                "2",
                "-M",
                "prepared",
                "-T",
                Long.toString(Math.max(1, Math.round(seconds))),
                "-D",
                "run=" + number,
                "-D",
                "made=0",
                "-f",
                script.toString()));
    long after = Sql.number(connection, "select count(*) from touch");
    Counts.check("rows of d", Long.parseLong(find(COUNT, answer)), after - before);
    return Double.parseDouble(find(RATE, answer));
  }

  /** pgbench wants a file that the server's user can read. */
  private static Path script() {
    try (InputStream resource = SingleRowInserts.class.getResourceAsStream("insert-touch.sql")) {
      if (resource == null) {
        throw new IllegalStateException("insert-touch.sql is not on the class path");
      }
      Path script = Files.createTempFile("tributary-bench-", ".sql");
      Files.write(script, resource.readAllBytes());
      if (!script.toFile().setReadable(true, false)) {
        throw new IllegalStateException(script + " cannot be made readable");
      }
      return script;
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  private static String find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("pgbench said: " + text);
    }
    return matcher.group(1);
  }
}
