package dev.tributary.local.importing;

import dev.tributary.local.client.Peers;
import dev.tributary.local.client.Targets;
import dev.tributary.local.testing.OwnSuite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A real suite, and {@code tributary import} as a user calls it. */
final class Imported implements AutoCloseable {
  private final OwnSuite suite;

  Imported(Path directory) {
    this.suite = new OwnSuite(directory);
  }

  /** Writes a file of these lines, as if in May 2026. */
  Path file(String name, String... lines) throws IOException {
    return suite.file(name, lines);
  }

  /** Calls {@code tributary import}. */
  OwnSuite.Said run(String... arguments) {
    return suite.run(withImport(arguments));
  }

  /** Calls {@code tributary import} and expects that no row was refused. */
  String runs(String... arguments) {
    return suite.runs(withImport(arguments));
  }

  Peers peers() {
    return suite.peers();
  }

  Targets targets() {
    return suite.targets();
  }

  @Override
  public void close() {
    suite.close();
  }

  private static String[] withImport(String... arguments) {
    return Stream.concat(Stream.of("import"), Stream.of(arguments)).toArray(String[]::new);
  }
}
