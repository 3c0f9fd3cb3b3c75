package dev.tributary.runtime.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The only way to a service's data. The use case opens a transaction here and passes its {@link
 * Handle} on to the stores. Isolation is READ COMMITTED unless said otherwise. Refuses to work on a
 * thread of the network, which must never wait. Thread-safe.
 */
public final class Database implements AutoCloseable {
  /**
   * How long a caller waits for a free connection before it is told that the database cannot be
   * reached.
   */
  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(5);

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Dialect dialect;
  private Optional<Upkeep> growingTables = Optional.empty();

  private Database(HikariDataSource pool, Dialect dialect) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool).registerArgument(new UtcInstants());
    this.dialect = dialect;
  }

  /**
   * Connects, checks the database's settings and brings its tables up to date.
   *
   * @param migrationFolders folders on the class path, for example {@code db/log} and {@code
   *     db/attribution}. Their versions form one history: those below V010 belong to {@code db/log}
   *     and {@code db/follower}, a service's own start at V010
   * @throws IllegalStateException if the database's settings would break a promise of ours
   */
  public static Database open(DatabaseConfig config, String... migrationFolders) {
    return open(config, Dialect.of(config), migrationFolders);
  }

  /** The same with another dialect than the URL's own. */
  static Database open(DatabaseConfig config, Dialect dialect, String... migrationFolders) {
    var database = new Database(new HikariDataSource(poolConfig(config, dialect)), dialect);
    boolean ready = false;
    try {
      database.jdbi.useHandle(dialect::check);
      database.migrate(migrationFolders);
      // Migrations write past us; what they wrote, such as a feed's identity, is on disk before
      // anybody is told of it.
      database.write(Handle::isReadOnly);
      database.growingTables = dialect.lookAfterTables(database.jdbi);
      ready = true;
      return database;
    } finally {
      if (!ready) {
        database.close();
      }
    }
  }

  /**
   * Runs read-only work in one transaction; each statement sees what is committed when it starts.
   */
  public <T> T read(Function<Handle, T> work) {
    NetworkThreads.refuse();
    return jdbi.withHandle(handle -> handle.setReadOnly(true).inTransaction(work::apply));
  }

  /** Runs read-only work whose statements all see the same moment. */
  public <T> T snapshot(Function<Handle, T> work) {
    NetworkThreads.refuse();
    return jdbi.withHandle(
        handle -> handle.setReadOnly(true).inTransaction(dialect.snapshotIsolation(), work::apply));
  }

  /**
   * Runs read-only work that sees nothing but what would survive a power cut now. For answers that
   * others build on, such as a feed: a follower must never be ahead of its source. Waits for a
   * running write on H2, so keep the work short.
   */
  public <T> T readDurable(Function<Handle, T> work) {
    NetworkThreads.refuse();
    return dialect.readDurable(jdbi, work);
  }

  /**
   * Runs work in one transaction. When this returns, the effects are on disk and may be
   * acknowledged; when it throws, they are rolled back, except that a fault of the connection
   * leaves it open whether the commit arrived. On H2 there is one writer at a time, so never wait
   * for another thread inside.
   *
   * @throws IllegalStateException on H2, if called inside another write
   */
  public <T> T write(Function<Handle, T> work) {
    NetworkThreads.refuse();
    return dialect.write(jdbi, work);
  }

  /**
   * The same as {@link #write}, for work that looks up many keys at once in tables that grow fast:
   * their statistics are always behind, and a plan made from them would read the whole table.
   */
  public <T> T writeByKeys(Function<Handle, T> work) {
    return write(
        handle -> {
          dialect.planByKeys(handle);
          return work.apply(handle);
        });
  }

  /** The same as {@link #read}, for work that looks up by keys, see {@link #writeByKeys}. */
  public <T> T readByKeys(Function<Handle, T> work) {
    return read(
        handle -> {
          dialect.planByKeys(handle);
          return work.apply(handle);
        });
  }

  /** Whether other processes may write to this database too; a file belongs to one. */
  public boolean isShared() {
    return dialect.isShared();
  }

  /** Waits for nobody: stop the server, followers and feed readers first. */
  @Override
  public void close() {
    growingTables.ifPresent(Upkeep::close);
    pool.close();
  }

  private void migrate(String... folders) {
    Flyway.configure()
        .dataSource(pool)
        .locations(Stream.of(folders).map(folder -> "classpath:" + folder).toArray(String[]::new))
        .failOnMissingLocations(true)
        .validateMigrationNaming(true)
        // The runtime's own folders keep their low numbers, also for what comes later than a
        // service's tables.
        .outOfOrder(true)
        .load()
        .migrate();
  }

  private static HikariConfig poolConfig(DatabaseConfig config, Dialect dialect) {
    var pool = new HikariConfig();
    pool.setPoolName("tributary");
    pool.setJdbcUrl(config.url());
    config.user().ifPresent(pool::setUsername);
    config.password().ifPresent(password -> pool.setPassword(password.reveal()));
    pool.setMaximumPoolSize(config.poolSize());
    pool.setConnectionTimeout(CONNECTION_WAIT.toMillis());
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    dialect.configure(pool);
    return pool;
  }
}
