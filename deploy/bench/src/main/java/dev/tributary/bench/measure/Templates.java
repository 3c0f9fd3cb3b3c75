package dev.tributary.bench.measure;

import dev.tributary.bench.postgres.PostgresCluster;
import dev.tributary.bench.process.Links;
import dev.tributary.bench.process.ServiceProcess;
import dev.tributary.bench.store.PostgresStage;
import dev.tributary.bench.store.PostgresTables;

/**
 * Databases that the measurements copy, so that each starts from the same files: one as the service
 * makes it, and one that is filled.
 */
public final class Templates {
  private static final String EMPTY = "empty_template";
  private static final String FILLED = "filled_template";

  private final PostgresCluster cluster;

  private Templates(PostgresCluster cluster) {
    this.cluster = cluster;
  }

  /** Makes both. */
  public static Templates create(Rig rig, PostgresCluster cluster) {
    rig.say("PostgreSQL %s; making tables".formatted(cluster.version()));
    cluster.createDatabase(EMPTY);
    try (ServiceProcess maker = rig.service(new PostgresStage(cluster, EMPTY))) {
      Links.create(maker);
    }
    cluster.copyDatabase(EMPTY, FILLED);
    long rows = rig.options().rows();
    rig.say("filling %,d touches of %,d persons".formatted(rows, rig.options().persons()));
    PostgresTables.fill(cluster, FILLED, rows, rig.options().persons());
    cluster.checkpoint();
    return new Templates(cluster);
  }

  /** A copy without touches. */
  PostgresStage empty(String name) {
    return copy(EMPTY, name);
  }

  /** A copy with touches. */
  PostgresStage filled(String name) {
    return copy(FILLED, name);
  }

  PostgresCluster cluster() {
    return cluster;
  }

  private PostgresStage copy(String template, String name) {
    String database = name.replaceAll("[^a-z0-9]", "_");
    cluster.copyDatabase(template, database);
    return new PostgresStage(cluster, database);
  }
}
