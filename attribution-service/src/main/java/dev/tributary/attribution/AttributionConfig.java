package dev.tributary.attribution;

import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.group.GroupConfig;
import dev.tributary.runtime.identity.IdKeySetting;
import dev.tributary.runtime.server.ServerConfig;
import dev.tributary.runtime.settings.Secret;
import dev.tributary.runtime.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the attribution service must be told.
 *
 * @param server how it listens; port 7103 unless told otherwise
 * @param database where its data is; the file {@code attribution} in the data directory unless told
 *     otherwise
 * @param writing how it writes what comes in large numbers
 * @param idKey key that persons' ids are hashed with; required unless the database is embedded
 * @param idKeyFile where a key is kept that had to be generated
 */
public record AttributionConfig(
    ServerConfig server,
    DatabaseConfig database,
    GroupConfig writing,
    Optional<Secret> idKey,
    Path idKeyFile) {
  /** The port that clients expect. */
  public static final int PORT_DEFAULT = 7103;

  private static final Path DATA_DIR_DEFAULT = Path.of(".tributary");

  /** Reads the settings; what is wrong with them shows when they are finished. */
  public static AttributionConfig from(Settings settings) {
    Path dataDir = settings.path("data-dir", DATA_DIR_DEFAULT, "Directory of the data.");
    DatabaseConfig database = DatabaseConfig.from(settings, dataDir.resolve("attribution"));
    return new AttributionConfig(
        ServerConfig.from(settings, PORT_DEFAULT),
        database,
        GroupConfig.from(settings, database),
        IdKeySetting.read(settings, database.isEmbedded()),
        dataDir.resolve("attribution.id-key"));
  }
}
