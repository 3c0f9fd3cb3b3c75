package dev.tributary.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardsTest {

  /** Computed by Python's hashlib and struct; a change here loses every stored row. */
  @Test
  void the_shard_of_a_key_never_changes() {
    assertThat(Shards.of("default", "order", "main", "SHOP", "#1001")).isEqualTo(34);
    assertThat(Shards.of("default", "person", "v-1")).isEqualTo(21);
    assertThat(Shards.of("acme", "person", "v-1")).isEqualTo(36);
    assertThat(Shards.of("default", "code", "ANNA10")).isEqualTo(43);
    assertThat(Shards.of("default", "subject", "пост", "é")).isEqualTo(35);
  }

  @Test
  void where_one_part_ends_and_the_next_begins_matters() {
    assertThat(Shards.of("a", "bc")).isEqualTo(53);
    assertThat(Shards.of("ab", "c")).isEqualTo(50);
  }

  @Test
  void keys_spread_over_all_shards() {
    var rows = new int[Shards.COUNT];
    IntStream.range(0, 64_000).forEach(i -> rows[Shards.of("default", "person", "v-" + i)]++);
    // 1,000 expected each with a standard deviation of 31.
    assertThat(IntStream.of(rows)).allMatch(count -> count > 800 && count < 1_200);
  }
}
