package dev.tributary.local.command;

import dev.tributary.local.suite.Ports;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a suite keeps its data and listens. */
final class SuiteOptions {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Directory of the data (default: ${DEFAULT-VALUE}).")
  private Path dataDir = Path.of(".tributary");

  @Option(
      names = "--port-base",
      paramLabel = "PORT",
      description =
          "Port of ingestion; metrics, attribution and reporting take the next three. 0 takes free"
              + " ports (default: ${DEFAULT-VALUE}).")
  private int portBase = Ports.BASE_DEFAULT;

  Path dataDir() {
    return dataDir;
  }

  Ports ports() {
    return Ports.from(portBase);
  }
}
