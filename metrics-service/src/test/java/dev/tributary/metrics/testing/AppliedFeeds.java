package dev.tributary.metrics.testing;

import dev.tributary.metrics.feed.AttributionApplier;
import dev.tributary.metrics.feed.IngestionApplier;
import dev.tributary.runtime.database.Database;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** A database and the two feeds that it is filled from. */
public final class AppliedFeeds implements AutoCloseable {
  private final Database database;
  private final TestLog<dev.tributary.ingestion.v1.FeedEntry> ingestion = new TestLog<>();
  private final TestLog<dev.tributary.attribution.v1.FeedEntry> attribution = new TestLog<>();

  /** Takes over the database, with {@code db/metrics} in it. */
  public AppliedFeeds(Database database) {
    this.database = database;
  }

  /** Writes to ingestion's feed. */
  public AppliedFeeds add(String key, dev.tributary.ingestion.v1.FeedEntry entry) {
    ingestion.add(key, entry);
    return this;
  }

  /** Writes to attribution's feed. */
  public AppliedFeeds add(String key, dev.tributary.attribution.v1.FeedEntry entry) {
    attribution.add(key, entry);
    return this;
  }

  /** Applies what was added since the last time, attribution first. */
  public void apply() {
    database.write(
        handle -> {
          new AttributionApplier().apply(handle, attribution.takeNew());
          new IngestionApplier().apply(handle, ingestion.takeNew());
          return true;
        });
  }

  /** Reads in one transaction. */
  public <T> T snapshot(Function<Handle, T> work) {
    return database.snapshot(work);
  }

  @Override
  public void close() {
    database.close();
  }
}
