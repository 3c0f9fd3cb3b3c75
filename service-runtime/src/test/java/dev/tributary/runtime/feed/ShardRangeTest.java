package dev.tributary.runtime.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.log.Shards;
import dev.tributary.runtime.testing.Seeds;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShardRangeTest {
  private static final Positions START = Positions.empty("feed");

  @Test
  void what_is_new_is_named_by_shard() {
    assertThat(ShardRange.between(head(Map.of(1, 5L, 2, 2L)), head(Map.of(1, 8L, 2, 2L, 9, 1L))))
        .containsExactly(new ShardRange(1, 5, 8), new ShardRange(9, 0, 1));
  }

  @Test
  void a_busy_shard_does_not_hold_up_the_others() {
    Positions page = ShardRange.nextPage(START, head(Map.of(0, 1_000_000L, 1, 2L, 2, 10L)), 30);
    assertThat(page).isEqualTo(head(Map.of(0, 18L, 1, 2L, 2, 10L)));
  }

  @Test
  void more_busy_shards_than_entries_in_a_page_are_served_page_by_page() {
    Positions head = head(Map.of(0, 5L, 1, 5L, 2, 5L));
    assertThat(ShardRange.nextPage(START, head, 2)).isEqualTo(head(Map.of(0, 1L, 1, 1L)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("dev.tributary.runtime.testing.Seeds#cases")
  void pages_are_full_until_the_last_and_lead_to_the_head(long seed) {
    RandomGenerator random = Seeds.random(seed);
    var sequences = new TreeMap<Integer, Long>();
    random
        .ints(20, 0, Shards.COUNT)
        .forEach(shard -> sequences.put(shard, random.nextLong(1, 500)));
    Positions head = head(sequences);
    int limit = random.nextInt(1, 1_000);
    Positions cursor = START;
    while (!cursor.covers(head)) {
      Positions next = ShardRange.nextPage(cursor, head, limit);
      assertThat(cursor.entriesUpTo(next)).isEqualTo(Math.min(limit, cursor.entriesUpTo(head)));
      assertThat(next.covers(cursor)).isTrue();
      cursor = next;
    }
    assertThat(cursor).isEqualTo(head);
  }

  private static Positions head(Map<Integer, Long> sequences) {
    return new Positions("feed", "id", new TreeMap<>(sequences));
  }
}
