package dev.tributary.runtime.testing;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.database.DatabaseConfig;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fresh databases for tests: real H2 files and a real PostgreSQL. The caller closes what it opens.
 *
 * <p>A store's contract is one abstract class with two short subclasses, so that a failure names
 * the database:
 *
 * <pre>{@code
 * abstract class LedgerStoreTest {
 *   private final Database database;
 *   LedgerStoreTest(TestDatabases kind) { database = kind.open("db/log", "db/attribution"); }
 *   @AfterEach void close() { database.close(); }
 *   @Test void a_posting_is_found_again() {}
 * }
 * class LedgerStoreH2Test extends LedgerStoreTest { LedgerStoreH2Test() { super(TestDatabases.H2); } }
 * class LedgerStorePostgresTest extends LedgerStoreTest { LedgerStorePostgresTest() { super(TestDatabases.POSTGRES); } }
 * }</pre>
 *
 * <p>A short test may instead run for each constant by {@code @ParameterizedTest @EnumSource}.
 */
public enum TestDatabases {
  /** The embedded database in a file of a temporary directory. */
  H2 {
    @Override
    public DatabaseConfig fresh() {
      return DatabaseConfig.h2File(TemporaryFiles.newDirectory().resolve("test"));
    }
  },
  /** A new database on the PostgreSQL server that all tests of this JVM share. */
  POSTGRES {
    @Override
    public DatabaseConfig fresh() {
      String name = "test_" + CREATED.incrementAndGet();
      return new DatabaseConfig(
          PostgresServer.createDatabase(name),
          Optional.of(PostgresServer.USER),
          Optional.empty(),
          POOL_SIZE);
    }
  };

  /** Few, since the server is shared by all databases of the JVM. */
  private static final int POOL_SIZE = 6;

  private static final AtomicInteger CREATED = new AtomicInteger();

  /** Where a new and empty database is; may be opened, closed and opened again. */
  public abstract DatabaseConfig fresh();

  /** A new database with the tables of the migration folders. */
  public Database open(String... migrationFolders) {
    return Database.open(fresh(), migrationFolders);
  }

  /** A new H2 database with the tables of the migration folders. */
  public static Database h2(String... migrationFolders) {
    return H2.open(migrationFolders);
  }

  /** A new PostgreSQL database with the tables of the migration folders. */
  public static Database postgres(String... migrationFolders) {
    return POSTGRES.open(migrationFolders);
  }
}
