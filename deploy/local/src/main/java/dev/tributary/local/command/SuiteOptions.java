package dev.tributary.local.command;

import dev.tributary.local.suite.Access;
import dev.tributary.local.suite.Ports;
import dev.tributary.runtime.telemetry.MeteringConfig;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--api-keys",
      paramLabel = "FILE",
      description = "File of API keys, a line each: SHA-256 in hex, workspace, scopes.")
  private @Nullable Path apiKeys;

  @Option(
      names = "--feed-key",
      paramLabel = "KEY",
      description =
          "Key of scope feed, for the services that follow others; wanted with --api-keys (default:"
              + " TRIBUTARY_FEED_KEY).",
      defaultValue = "${env:TRIBUTARY_FEED_KEY}")
  private @Nullable String feedKey;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description =
          "Port of the Prometheus endpoint for the whole process, on this machine only; 0 opens none"
              + " (default: ${DEFAULT-VALUE}).")
  private int metricsPort = 0;

  MeteringConfig metering() {
    return new MeteringConfig("127.0.0.1", metricsPort);
  }

  Access access() {
    return new Access(
        Optional.ofNullable(apiKeys), Optional.ofNullable(feedKey).filter(key -> !key.isEmpty()));
  }

  Path dataDir() {
    return dataDir;
  }

  Ports ports() {
    return Ports.from(portBase);
  }
}
