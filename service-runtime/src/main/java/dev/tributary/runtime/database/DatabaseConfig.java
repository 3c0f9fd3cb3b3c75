package dev.tributary.runtime.database;

import dev.tributary.runtime.settings.Secret;
import dev.tributary.runtime.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the data is.
 *
 * @param url JDBC URL, {@code jdbc:h2:...} or {@code jdbc:postgresql:...}
 * @param user database user, if the URL does not name one
 * @param password the user's password
 * @param poolSize connections held open, at least 1
 */
public record DatabaseConfig(
    String url, Optional<String> user, Optional<Secret> password, int poolSize) {
  /** Enough for the handlers, the follower and the feed reader of one service. */
  public static final int POOL_SIZE_DEFAULT = 8;

  private static final int POOL_SIZE_MAX = 200;

  /** Refuses a database that we do not know with {@link IllegalArgumentException}. */
  public DatabaseConfig {
    if (!isKnown(url)) {
      throw new IllegalArgumentException("db-url: " + unknown(url));
    }
    if (poolSize < 1) {
      throw new IllegalArgumentException("db-pool-size: " + poolSize + " (expected: at least 1)");
    }
  }

  /**
   * The embedded database in a file, without user or password: it is protected by the file's
   * permissions.
   */
  public static DatabaseConfig h2File(Path file) {
    return new DatabaseConfig(h2Url(file), Optional.empty(), Optional.empty(), POOL_SIZE_DEFAULT);
  }

  /** Reads {@code db-url}, {@code db-user}, {@code db-password} and {@code db-pool-size}. */
  public static DatabaseConfig from(Settings settings, Path defaultH2File) {
    String url =
        settings.text(
            "db-url", h2Url(defaultH2File), "JDBC URL of an H2 file or a PostgreSQL database");
    if (!isKnown(url)) {
      settings.problem("db-url", unknown(url));
    }
    return new DatabaseConfig(
        isKnown(url) ? url : h2Url(defaultH2File),
        settings.optionalText("db-user", "database user"),
        settings.secret("db-password", "password of the database user"),
        settings.integer(
            "db-pool-size", POOL_SIZE_DEFAULT, 1, POOL_SIZE_MAX, "database connections held open"));
  }

  /**
   * Whether the data is in an embedded file of this process, not on a server that others use too.
   */
  public boolean isEmbedded() {
    return url.startsWith(H2Dialect.URL_PREFIX);
  }

  private static boolean isKnown(String url) {
    return url.startsWith(H2Dialect.URL_PREFIX) || url.startsWith(PostgresDialect.URL_PREFIX);
  }

  /** The URL is not repeated as a whole: it may hold a password. */
  private static String unknown(String url) {
    return "%d characters (expected: %s... or %s...)"
        .formatted(url.length(), H2Dialect.URL_PREFIX, PostgresDialect.URL_PREFIX);
  }

  private static String h2Url(Path file) {
    return H2Dialect.URL_PREFIX + "file:" + file.toAbsolutePath();
  }
}
