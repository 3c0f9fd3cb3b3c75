package dev.tributary.bench.store;

import dev.tributary.bench.postgres.PostgresCluster;
import dev.tributary.runtime.database.DatabaseConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A database of our PostgreSQL server.
 *
 * @param cluster the server
 * @param database its name
 */
public record PostgresStage(PostgresCluster cluster, String database) implements Stage {
  private static final int POOL_SIZE = 4;

  @Override
  public DatabaseConfig config() {
    return new DatabaseConfig(
        cluster.url(database), Optional.of(PostgresCluster.USER), Optional.empty(), POOL_SIZE);
  }

  @Override
  public List<String> serviceSettings() {
    return List.of("--db-url=" + cluster.url(database), "--db-user=" + PostgresCluster.USER);
  }

  @Override
  public long entries() {
    try (Connection connection = cluster.connect(database)) {
      return TouchHeads.entries(connection);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** Uses of promo codes that are settled. */
  public long usesOfCodes() {
    try (Connection connection = cluster.connect(database)) {
      return Sql.number(connection, "select coalesce(sum(used), 0) from code_counter");
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  @Override
  public void close() {
    cluster.dropDatabase(database);
  }
}
