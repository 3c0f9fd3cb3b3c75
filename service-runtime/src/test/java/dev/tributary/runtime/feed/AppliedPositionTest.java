package dev.tributary.runtime.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.log.Positions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppliedPositionTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final Positions START = Positions.empty("ingestion", "life");

  private final AppliedPosition none =
      new AppliedPosition(START, Optional.empty(), START, Optional.empty());

  @Test
  void nothing_is_missing_when_a_page_reached_the_head() {
    var page = new FeedPage<>(List.of(item(1, 1, 0), item(2, 1, 9)), at(1, 1, 2, 1));
    AppliedPosition after = none.after(page);
    assertThat(after.recordTime()).contains(NOON.plusSeconds(9));
    assertThat(after.lagAt(NOON.plusSeconds(3_600))).isEqualTo(Lag.NONE);
  }

  @Test
  void what_a_page_left_behind_is_as_old_as_the_entry_before_it_in_its_shard() {
    var page =
        new FeedPage<>(
            List.of(item(1, 1, 0), item(1, 2, 5), item(2, 1, 60)), at(1, 2, 2, 1), at(1, 7, 2, 1));
    assertThat(none.after(page).lagAt(NOON.plusSeconds(65)))
        .isEqualTo(new Lag(5, Duration.ofSeconds(60)));
  }

  @Test
  void a_page_in_hand_is_missing_until_it_is_applied() {
    var page = new FeedPage<>(List.of(item(1, 1, 0), item(2, 1, 9)), at(1, 1, 2, 1));
    AppliedPosition known = none.knowing(page);
    assertThat(known.positions()).isEqualTo(START);
    assertThat(known.lagAt(NOON.plusSeconds(10))).isEqualTo(new Lag(2, Duration.ofSeconds(10)));
  }

  @Test
  void a_clock_that_is_behind_the_feed_s_makes_no_negative_age() {
    var page = new FeedPage<>(List.of(item(1, 1, 0)), START.with(Map.of(1, 1L)));
    assertThat(none.knowing(page).lagAt(NOON.minusSeconds(1)).age()).isZero();
  }

  @Test
  void who_knows_more_of_the_same_position_is_believed() {
    var page = new FeedPage<>(List.of(item(1, 1, 0)), START.with(Map.of(1, 1L)));
    AppliedPosition known = none.knowing(page);
    assertThat(none.orBetterKnownAs(known)).isSameAs(known);
    assertThat(known.orBetterKnownAs(none)).isSameAs(known);
    AppliedPosition further = none.after(page);
    assertThat(further.orBetterKnownAs(known)).isSameAs(further);
  }

  private static Positions at(int shard, long sequence, int otherShard, long otherSequence) {
    return START.with(Map.of(shard, sequence, otherShard, otherSequence));
  }

  private static FeedItem<String> item(int shard, long sequence, int seconds) {
    return new FeedItem<>(shard, sequence, "default", NOON.plusSeconds(seconds), "entry");
  }
}
