package dev.tributary.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.local.client.Peers;
import dev.tributary.local.client.Targets;
import dev.tributary.local.suite.Access;
import dev.tributary.local.suite.LocalSuite;
import dev.tributary.local.suite.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A real suite on free ports, and the command as a user calls it. */
public final class OwnSuite implements AutoCloseable {
  private final Path directory;
  private final LocalSuite.Started suite;
  private final Peers peers;

  /**
   * Starts a suite without data.
   *
   * @param directory where its data and files go
   */
  public OwnSuite(Path directory) {
    this.directory = directory;
    this.suite =
        LocalSuite.start(
            directory.resolve("data"), Ports.from(0), Access.open(), Clock.systemUTC());
    this.peers = new Peers(suite.targets(), Optional.empty());
  }

  /**
   * How the command ended.
   *
   * @param text what it said on its standard output
   * @param complaint what it said was wrong
   */
  public record Said(int exitCode, String text, String complaint) {}

  /** Writes a file of these lines, as if in May 2026. */
  public Path file(String name, String... lines) throws IOException {
    Path path = Files.write(directory.resolve(name), List.of(lines));
    Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2026-05-20T08:00:00Z")));
    return path;
  }

  /** Calls {@code tributary} with a command that talks to the suite. */
  public Said run(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    Targets targets = suite.targets();
    all.addAll(
        List.of(
            "--ingestion=" + targets.ingestion(),
            "--metrics=" + targets.metrics(),
            "--attribution=" + targets.attribution(),
            "--reporting=" + targets.reporting()));
    return Commands.run(all);
  }

  /** Calls {@code tributary} and expects that it ends with 0. */
  public String runs(String... command) {
    Said said = run(command);
    assertThat(said.exitCode()).as(said.text() + said.complaint()).isZero();
    return said.text();
  }

  /** Stubs of its services. */
  public Peers peers() {
    return peers;
  }

  /** Where its services listen. */
  public Targets targets() {
    return suite.targets();
  }

  @Override
  public void close() {
    peers.close();
    suite.close();
  }
}
