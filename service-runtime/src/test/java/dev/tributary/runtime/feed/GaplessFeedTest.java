package dev.tributary.runtime.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.testing.Seeds;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reader that runs along with many writers sees every committed entry once and in order. */
abstract class GaplessFeedTest {
  private static final int WRITERS = 6;
  private static final int TRANSACTIONS = 60;

  /** Few, so that writers meet. */
  private static final int SHARDS = 5;

  private final Database database;
  private final FeedLog log = new FeedLog("ingestion", Clock.systemUTC());
  private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);

  GaplessFeedTest(TestDatabases kind) {
    this.database = kind.open("db/log");
  }

  @AfterEach
  void close() {
    threads.shutdown();
    database.close();
  }

  @Test
  void no_entry_is_skipped_repeated_or_out_of_order_while_writers_race() {
    List<CompletableFuture<Integer>> writers =
        Seeds.cases(WRITERS)
            .mapToObj(
                seed -> CompletableFuture.supplyAsync(() -> write(Seeds.random(seed)), threads))
            .toList();
    var all = CompletableFuture.allOf(writers.toArray(CompletableFuture<?>[]::new));

    var seen = new ArrayList<FeedItem<StoredEntry>>();
    Positions cursor = Positions.empty("ingestion");
    boolean written;
    do {
      written = all.isDone();
      cursor = readToTheEnd(cursor, seen);
    } while (!written);

    int count = writers.stream().mapToInt(CompletableFuture::join).sum();
    assertThat(seen).hasSize(count).doesNotHaveDuplicates();
    assertThat(cursor).isEqualTo(database.read(log::head));
  }

  /** Each page checks by itself that it continues every shard without a gap. */
  private Positions readToTheEnd(Positions from, List<FeedItem<StoredEntry>> seen) {
    var pages = new PageReader(database, List.of(new EntryTable()));
    Positions cursor = from;
    FeedPage<StoredEntry> page;
    do {
      page = pages.read(cursor, database.readDurable(log::head));
      seen.addAll(page.items());
      cursor = page.next();
    } while (!page.items().isEmpty());
    return cursor;
  }

  /**
   * Some transactions write many shards, some one; some fail after having taken their sequences.
   */
  private int write(RandomGenerator random) {
    int written = 0;
    for (int i = 0; i < TRANSACTIONS; i++) {
      Set<Integer> shards =
          random.ints(random.nextInt(1, SHARDS + 1), 0, SHARDS).boxed().collect(Collectors.toSet());
      int entries = random.nextInt(1, 8);
      boolean fails = random.nextInt(5) == 0;
      try {
        database.write(
            handle -> append(log.lock(handle, shards), List.copyOf(shards), entries, fails));
        written += entries;
      } catch (ChangedItsMind rolledBack) {
        assertThat(fails).isTrue();
      }
    }
    return written;
  }

  private static Positions append(Heads heads, List<Integer> shards, int entries, boolean fails) {
    IntStream.range(0, entries)
        .forEach(
            i -> heads.append(shards.get(i % shards.size()), "default", "order", new byte[] {1}));
    Positions written = heads.finish();
    if (fails) {
      throw new ChangedItsMind();
    }
    return written;
  }

  private static final class ChangedItsMind extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
