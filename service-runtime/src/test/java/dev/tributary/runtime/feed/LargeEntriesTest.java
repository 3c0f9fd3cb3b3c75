package dev.tributary.runtime.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Entries of which few fill a page, and one may be more than a page. */
@ParameterizedClass
@EnumSource
class LargeEntriesTest {
  private static final int KILOBYTE = 1 << 10;

  private final Database database;
  private final FeedLog log = new FeedLog("ingestion", Clock.systemUTC());

  LargeEntriesTest(TestDatabases kind) {
    database = kind.open("db/log");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_page_ends_before_it_is_too_large() {
    write(900 * KILOBYTE, 900 * KILOBYTE, 900 * KILOBYTE, 1, 900 * KILOBYTE);
    assertThat(pages()).containsExactly(List.of(921600, 921600), List.of(921600, 1, 921600));
  }

  @Test
  void an_entry_that_is_larger_than_a_page_is_one_by_itself() {
    write(3_000 * KILOBYTE, 1, 3_000 * KILOBYTE, 2, 3);
    assertThat(pages())
        .containsExactly(List.of(3072000), List.of(1), List.of(3072000), List.of(2, 3));
  }

  @Test
  void many_entries_of_middling_size_come_in_many_pages() {
    write(IntStream.range(0, 300).map(i -> 20 * KILOBYTE).toArray());
    assertThat(pages()).hasSize(3).allMatch(page -> page.size() <= 102);
    assertThat(pages().stream().mapToInt(List::size).sum()).isEqualTo(300);
  }

  /** Writes payloads of those sizes to one shard. */
  private void write(int... sizes) {
    database.write(
        handle -> {
          Heads heads = log.lock(handle, Set.of(7));
          for (int size : sizes) {
            heads.append(7, "default", "observation", new byte[size]);
          }
          return heads.finish();
        });
  }

  /** The sizes of all payloads, page by page. */
  private List<List<Integer>> pages() {
    var reader = new PageReader(database, List.of(new EntryTable()));
    var pages = new ArrayList<List<Integer>>();
    Positions cursor = Positions.empty("ingestion");
    FeedPage<StoredEntry> page = reader.read(cursor, database.readDurable(log::head));
    while (!page.items().isEmpty()) {
      pages.add(page.items().stream().map(item -> item.entry().payload().length).toList());
      page = reader.read(page.next(), database.readDurable(log::head));
    }
    return pages;
  }
}
