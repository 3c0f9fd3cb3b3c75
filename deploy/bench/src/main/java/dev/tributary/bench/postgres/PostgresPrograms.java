package dev.tributary.bench.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL's programs on this machine. The server refuses to run as root, so root runs them as
 * the user that the system's package made.
 *
 * @param folder of the programs
 */
record PostgresPrograms(Path folder) {
  private static final String MISSING =
      """
      PostgreSQL's programs (initdb, pg_ctl, postgres, pgbench) are not on this machine.
      On Debian and Ubuntu: apt-get install postgresql
      Or measure the embedded database alone: deploy/bench/run --h2-only""";

  /**
   * Finds the newest version.
   *
   * @throws IllegalStateException telling what to install when there is none
   */
  static PostgresPrograms find() {
    return candidates()
        .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
        .filter(folder -> Files.isExecutable(folder.resolve("pgbench")))
        .findFirst()
        .map(PostgresPrograms::new)
        .orElseThrow(() -> new IllegalStateException(MISSING));
  }

  /** Runs a program to its end and answers what it wrote. */
  String run(String program, Map<String, String> environment, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(folder.resolve(program).toString()));
    command.addAll(arguments);
    return runAsServerUser(environment, command);
  }

  /** Runs any command as the user that the server runs as. */
  String runAsServerUser(Map<String, String> environment, List<String> command) {
    List<String> all = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      all.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    all.addAll(command);
    return output(environment, all)
        .orElseThrow(() -> new IllegalStateException("failed: " + String.join(" ", all)));
  }

  private static Stream<Path> candidates() {
    Stream<Path> configured =
        output(Map.of(), List.of("sh", "-c", "pg_config --bindir 2>/dev/null")).stream()
            .map(text -> Path.of(text.strip()));
    return Stream.concat(debian().stream(), configured);
  }

  /** Debian keeps the versions side by side, out of the PATH. */
  private static List<Path> debian() {
    Path versions = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(versions)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(versions)) {
      return all.sorted(Comparator.comparing(PostgresPrograms::version).reversed())
          .map(version -> version.resolve("bin"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static double version(Path folder) {
    String name = folder.getFileName().toString();
    return name.matches("\\d+(\\.\\d+)?") ? Double.parseDouble(name) : 0;
  }

  private static Optional<String> output(Map<String, String> environment, List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      builder.directory(Path.of("/").toFile());
      Process process = builder.start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() == 0) {
        return Optional.of(text);
      }
      System.err.print(text);
      return Optional.empty();
    } catch (IOException notThere) {
      System.err.println("bench: " + notThere.getMessage());
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + command, stopped);
    }
  }
}
