package dev.tributary.bench.store;

import dev.tributary.runtime.database.DatabaseConfig;
import java.util.List;

/** A service's database that one measurement has for itself; removed when it is closed. */
public interface Stage extends AutoCloseable {
  /** How a service of this process opens it. */
  DatabaseConfig config();

  /** Settings with which a service of another process opens it. */
  List<String> serviceSettings();

  /** Entries in the feed, counted in the database; nobody else may have it open on H2. */
  long entries();

  @Override
  void close();
}
