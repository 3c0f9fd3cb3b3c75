package dev.tributary.bench.postgres;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The server's settings that differ from PostgreSQL's defaults; what we recommend for production on
 * a machine of this size. Why each of them: README.md.
 */
public final class PostgresSettings {
  private PostgresSettings() {}

  /** Values by name. */
  public static Map<String, String> recommended() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("shared_buffers", "1GB");
    settings.put("max_wal_size", "8GB");
    settings.put("min_wal_size", "4GB");
    settings.put("wal_compression", "on");
    settings.put("max_connections", "200");
    return settings;
  }

  /** What durability rests on. PostgreSQL's defaults, set all the same so that nobody wonders. */
  public static Map<String, String> durable() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("fsync", "on");
    settings.put("full_page_writes", "on");
    settings.put("synchronous_commit", "on");
    return settings;
  }
}
