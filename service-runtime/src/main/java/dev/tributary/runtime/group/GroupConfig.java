package dev.tributary.runtime.group;

import dev.tributary.runtime.api.Batches;
import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.settings.Settings;

/**
 * How a service writes in groups.
 *
 * @param writers transactions at the same time, 1 to 64; more than one is of use only where the
 *     database takes several writers
 * @param itemsMax items that may wait, each kind of item for itself; at least twice the largest
 *     batch, since one workspace gets half
 * @param bytesMax size of the requests that they came with, in bytes
 */
public record GroupConfig(int writers, int itemsMax, long bytesMax) {
  private static final int WRITERS_MAX = 64;
  private static final int ITEMS = 20_000;
  private static final int ITEMS_MIN = 2 * Batches.ITEMS_MAX;
  private static final int ITEMS_MAX = 10_000_000;

  /** Twice what a full queue of usual items of some 200 bytes holds, and then some. */
  private static final long BYTES = 64L << 20;

  /** Refuses numbers outside their ranges with {@link IllegalArgumentException}. */
  public GroupConfig {
    if (writers < 1 || writers > WRITERS_MAX || itemsMax < ITEMS_MIN || bytesMax < 1) {
      throw new IllegalArgumentException(
          "writers %d, items %d, bytes %d (expected: 1-%d, at least %d, at least 1)"
              .formatted(writers, itemsMax, bytesMax, WRITERS_MAX, ITEMS_MIN));
    }
  }

  /** What suits the database: two writers on a server, one on a file, which takes no second. */
  public static GroupConfig standard(DatabaseConfig database) {
    return new GroupConfig(database.isEmbedded() ? 1 : 2, ITEMS, BYTES);
  }

  /** Reads {@code writers} and {@code queue-items}. */
  public static GroupConfig from(Settings settings, DatabaseConfig database) {
    GroupConfig standard = standard(database);
    return new GroupConfig(
        settings.integer(
            "writers",
            standard.writers,
            1,
            WRITERS_MAX,
            "Transactions at the same time that take in facts."),
        settings.integer(
            "queue-items", ITEMS, ITEMS_MIN, ITEMS_MAX, "Facts that may wait for a transaction."),
        BYTES);
  }
}
