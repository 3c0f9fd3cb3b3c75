package dev.tributary.attribution;

import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.database.EarlierDatabase;
import dev.tributary.runtime.testing.TestDatabases;

/** Data as an earlier version left it, for tests of what migrations make of it. */
public final class EarlierVersion {
  private EarlierVersion() {}

  /**
   * What a service has written, in tables as they were up to a migration; the service is closed for
   * that. Columns and tables that came later are left out, as that version would have done; so let
   * the service write only what there was then.
   */
  public static DatabaseConfig left(TestDatabases kind, String migration, TestAttribution service) {
    service.close();
    DatabaseConfig earlier = kind.fresh();
    try (EarlierDatabase tables =
        new EarlierDatabase(earlier, migration, "db/log", "db/follower", "db/attribution")) {
      tables.takeRowsOf(service.database());
    }
    return earlier;
  }
}
