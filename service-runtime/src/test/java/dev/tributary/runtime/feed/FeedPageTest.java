package dev.tributary.runtime.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.log.Positions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FeedPageTest {
  private static final Positions CURSOR = position(Map.of(1, 4L));

  @Test
  void a_page_that_continues_every_shard_follows() {
    var page =
        new FeedPage<>(List.of(item(1, 5), item(1, 6), item(2, 1)), position(Map.of(1, 6L, 2, 1L)));
    assertThat(page.requireFollows(CURSOR)).isSameAs(page);
  }

  @Test
  void a_page_with_a_gap_or_a_repetition_does_not_follow() {
    assertThatThrownBy(() -> page(item(1, 6)).requireFollows(CURSOR))
        .hasMessageContaining("6 (expected: 5)");
    assertThatThrownBy(() -> page(item(1, 4)).requireFollows(CURSOR))
        .hasMessageContaining("4 (expected: 5)");
    assertThatThrownBy(() -> page(item(2, 2)).requireFollows(CURSOR))
        .hasMessageContaining("2 (expected: 1)");
  }

  @Test
  void a_page_whose_next_cursor_skips_entries_does_not_follow() {
    assertThatThrownBy(
            () ->
                new FeedPage<>(List.of(item(1, 5)), position(Map.of(1, 6L))).requireFollows(CURSOR))
        .hasMessageContaining("next cursor");
    assertThatThrownBy(
            () -> new FeedPage<>(List.of(), Positions.empty("feed", "id")).requireFollows(CURSOR))
        .hasMessageContaining("next cursor");
  }

  private static FeedPage<String> page(FeedItem<String> item) {
    return new FeedPage<>(List.of(item), CURSOR.with(Map.of(item.shard(), item.sequence())));
  }

  private static FeedItem<String> item(int shard, long sequence) {
    return new FeedItem<>(shard, sequence, "default", Instant.EPOCH, "entry");
  }

  private static Positions position(Map<Integer, Long> sequences) {
    return new Positions("feed", "id", new TreeMap<>(sequences));
  }
}
