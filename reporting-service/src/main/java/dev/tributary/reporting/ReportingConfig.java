package dev.tributary.reporting;

import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.server.ServerConfig;
import dev.tributary.runtime.settings.Secret;
import dev.tributary.runtime.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the reporting service must be told.
 *
 * @param server how it listens; port 7104 unless told otherwise
 * @param database where its data is; the file {@code reporting} in the data directory unless told
 *     otherwise
 * @param ingestionTarget where the ingestion service listens
 * @param metricsTarget where the metrics service listens
 * @param attributionTarget where the attribution service listens
 * @param feedKey key of scope "feed", to learn where the feeds stand; without one the credential of
 *     whoever creates a report must have the scope
 */
public record ReportingConfig(
    ServerConfig server,
    DatabaseConfig database,
    String ingestionTarget,
    String metricsTarget,
    String attributionTarget,
    Optional<Secret> feedKey) {
  /** The port that clients expect. */
  public static final int PORT_DEFAULT = 7104;

  private static final Path DATA_DIR_DEFAULT = Path.of(".tributary");

  /** Reads the settings; what is wrong with them shows when they are finished. */
  public static ReportingConfig from(Settings settings) {
    Path dataDir = settings.path("data-dir", DATA_DIR_DEFAULT, "Directory of the data.");
    return new ReportingConfig(
        ServerConfig.from(settings, PORT_DEFAULT),
        DatabaseConfig.from(settings, dataDir.resolve("reporting")),
        settings.text("ingestion-target", "localhost:7101", "Where ingestion listens."),
        settings.text("metrics-target", "localhost:7102", "Where metrics listens."),
        settings.text("attribution-target", "localhost:7103", "Where attribution listens."),
        settings.secret("feed-key", "Key of scope feed; needed where services have API keys."));
  }
}
