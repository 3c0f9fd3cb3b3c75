package dev.tributary.metrics;

import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.server.ServerConfig;
import dev.tributary.runtime.settings.Secret;
import dev.tributary.runtime.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the metrics service must be told.
 *
 * @param server how it listens; port 7102 unless told otherwise
 * @param database where its data is; the file {@code metrics} in the data directory unless told
 *     otherwise
 * @param ingestionTarget where ingestion is
 * @param attributionTarget where attribution is
 * @param feedKey credential of scope feed for both; absent when they ask for none
 */
public record MetricsConfig(
    ServerConfig server,
    DatabaseConfig database,
    String ingestionTarget,
    String attributionTarget,
    Optional<Secret> feedKey) {
  /** The port that clients expect. */
  public static final int PORT_DEFAULT = 7102;

  private static final Path DATA_DIR_DEFAULT = Path.of(".tributary");

  /** Reads the settings; what is wrong with them shows when they are finished. */
  public static MetricsConfig from(Settings settings) {
    Path dataDir = settings.path("data-dir", DATA_DIR_DEFAULT, "Directory of the data.");
    return new MetricsConfig(
        ServerConfig.from(settings, PORT_DEFAULT),
        DatabaseConfig.from(settings, dataDir.resolve("metrics")),
        settings.text("ingestion-target", "localhost:7101", "Host and port of ingestion."),
        settings.text("attribution-target", "localhost:7103", "Host and port of attribution."),
        settings.secret("feed-key", "API key of scope feed, for both feeds."));
  }
}
