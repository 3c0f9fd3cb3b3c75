package dev.tributary.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.testing.Seeds;
import dev.tributary.type.v1.ErrorReason;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {
  private static final String FEED_ID = "0b0c7b1e-91f1-4c55-8f1b-c1a7d4a3c001";
  private static final String CASES = "dev.tributary.runtime.testing.Seeds#cases";

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(CASES)
  void a_token_holds_a_position_exactly(long seed) {
    Positions position = any(Seeds.random(seed));
    assertThat(Positions.decode(position.encode())).isEqualTo(position);
    assertThat(Positions.decodeCursor("ingestion", position.encode())).isEqualTo(position);
  }

  /** Tokens are stored by callers, so this one must be read for ever. */
  @Test
  void the_first_form_of_a_token_is_still_read() {
    Positions position = at(Map.of(3, 7L, 60, 300L));
    String token = "AQlpbmdlc3Rpb24kMGIwYzdiMWUtOTFmMS00YzU1LThmMWItYzFhN2Q0YTNjMDAxAgMHPKwC";
    assertThat(position.encode()).isEqualTo(token);
    assertThat(Positions.decode(token)).isEqualTo(position);
  }

  @Test
  void the_longest_token_stays_short_and_safe_in_a_header_or_a_link() {
    var all = new TreeMap<Integer, Long>();
    IntStream.range(0, Shards.COUNT).forEach(shard -> all.put(shard, Long.MAX_VALUE));
    assertThat(at(all).encode()).hasSizeLessThan(1_000).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AQ", "not a token", "AgA", "AQlpbmdlc3Rpb24", "////"})
  void what_is_no_token_is_refused(String token) {
    assertThat(reasonFor(() -> Positions.decode(token)))
        .isEqualTo(ErrorReason.ERROR_REASON_POSITION_UNKNOWN);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(CASES)
  void a_token_that_was_tampered_with_is_refused_or_read_but_never_a_fault_of_ours(long seed) {
    RandomGenerator random = Seeds.random(seed);
    byte[] bytes = Base64.getUrlDecoder().decode(any(random).encode());
    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    String token = Base64.getUrlEncoder().encodeToString(bytes);
    Throwable fault = Assertions.catchThrowable(() -> Positions.decode(token));
    if (fault != null) {
      assertThat(fault).isInstanceOf(ApiException.class);
    }
  }

  @Test
  void a_cursor_of_another_feed_is_refused_and_an_empty_one_means_the_start() {
    String other = Positions.empty("attribution", FEED_ID).encode();
    assertThat(reasonFor(() -> Positions.decodeCursor("ingestion", other)))
        .isEqualTo(ErrorReason.ERROR_REASON_POSITION_UNKNOWN);
    assertThat(Positions.decodeCursor("ingestion", "")).isEqualTo(Positions.empty("ingestion"));
  }

  @Test
  void a_position_covers_another_when_no_shard_lacks_anything() {
    Positions reached = at(Map.of(1, 5L, 2, 5L));
    assertThat(reached.covers(at(Map.of(1, 5L)))).isTrue();
    assertThat(reached.covers(at(Map.of(1, 6L)))).isFalse();
    assertThat(reached.covers(at(Map.of(3, 1L)))).isFalse();
    assertThat(reached.covers(Positions.empty("ingestion"))).isTrue();
    assertThat(reached.covers(Positions.empty("attribution"))).isFalse();
    assertThat(reached.covers(Positions.empty("ingestion", "another life"))).isFalse();
  }

  @Test
  void the_lag_counts_the_entries_of_every_shard_that_is_behind() {
    assertThat(at(Map.of(1, 5L, 2, 9L)).entriesUpTo(at(Map.of(1, 7L, 2, 3L, 4, 1L)))).isEqualTo(3);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource(CASES)
  void two_positions_together_are_the_earliest_that_covers_both(long seed) {
    RandomGenerator random = Seeds.random(seed);
    Positions one = any(random);
    Positions other = any(random);
    Positions both = one.merge(other);
    assertThat(both)
        .isEqualTo(other.merge(one))
        .matches(position -> position.covers(one) && position.covers(other));
    both.sequences()
        .forEach(
            (shard, last) ->
                assertThat(last)
                    .isEqualTo(Math.max(one.sequenceAt(shard), other.sequenceAt(shard))));
  }

  @Test
  void positions_of_two_feeds_are_never_put_together() {
    assertThatThrownBy(() -> Positions.empty("ingestion").merge(Positions.empty("attribution")))
        .hasMessageContaining("attribution");
  }

  @Test
  void impossible_shards_and_sequences_are_refused() {
    assertThatThrownBy(() -> at(Map.of(64, 1L))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> at(Map.of(-1, 1L))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> at(Map.of(0, 0L))).isInstanceOf(IllegalArgumentException.class);
  }

  private static ErrorReason reasonFor(ThrowableAssert.ThrowingCallable call) {
    return Assertions.catchThrowableOfType(ApiException.class, call).reason();
  }

  private static Positions any(RandomGenerator random) {
    var sequences = new TreeMap<Integer, Long>();
    random
        .ints(random.nextInt(Shards.COUNT), 0, Shards.COUNT)
        .forEach(shard -> sequences.put(shard, 1 + (random.nextLong() >>> random.nextInt(2, 64))));
    return at(sequences);
  }

  private static Positions at(Map<Integer, Long> sequences) {
    return new Positions("ingestion", FEED_ID, new TreeMap<>(sequences));
  }
}
