package dev.tributary.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.testing.FixedClock;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

abstract class FeedLogTest {
  private final FixedClock clock = FixedClock.at("2026-03-01T12:00:00.123456789Z");
  private final FeedLog log = new FeedLog("ingestion", clock);
  private final Database database;

  FeedLogTest(TestDatabases kind) {
    this.database = kind.open("db/log");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void every_shard_counts_its_own_entries_from_one() {
    assertThat(append(7, 3, 7)).isEqualTo(Map.of(3, 1L, 7, 2L));
    assertThat(append(7)).isEqualTo(Map.of(7, 3L));
    assertThat(head()).isEqualTo(Map.of(3, 1L, 7, 3L));
  }

  @Test
  void a_transaction_that_fails_leaves_no_gap() {
    append(7);
    assertThatThrownBy(
            () ->
                database.write(
                    handle -> {
                      append(handle, 7);
                      throw new IllegalStateException("too late");
                    }))
        .hasMessage("too late");
    assertThat(append(7)).isEqualTo(Map.of(7, 2L));
  }

  @Test
  void a_row_that_is_its_own_entry_takes_a_sequence_but_no_row_of_the_log() {
    Positions written =
        database.write(
            handle -> {
              Heads heads = log.lock(handle, List.of(5));
              assertThat(heads.next(5)).isEqualTo(1);
              assertThat(heads.append(5, "default", "order", new byte[] {1})).isEqualTo(2);
              return heads.finish();
            });
    assertThat(written.sequences()).isEqualTo(Map.of(5, 2L));
    List<Long> stored =
        database.read(
            handle ->
                handle.createQuery("select sequence from feed_entry").mapTo(Long.class).list());
    assertThat(stored).containsExactly(2L);
  }

  @Test
  void all_entries_of_a_transaction_have_one_record_time_in_microseconds() {
    Instant time = database.write(handle -> log.lock(handle, List.of(1)).recordTime());
    assertThat(time).isEqualTo("2026-03-01T12:00:00.123456Z");
  }

  @Test
  void a_shard_that_is_not_locked_cannot_be_written() {
    assertThatThrownBy(() -> database.write(handle -> log.lock(handle, List.of(1)).next(2)))
        .hasMessageContaining("shard: 2");
    assertThatThrownBy(() -> database.write(handle -> log.lock(handle, List.of(64))))
        .hasMessageContaining("expected: 0-63");
  }

  @Test
  void nothing_written_is_an_empty_position() {
    Positions nothing = database.write(handle -> log.lock(handle, List.of()).finish());
    assertThat(nothing.sequences()).isEmpty();
    assertThat(nothing.feedId()).isNotEmpty();
  }

  @Test
  void an_earlier_row_is_answered_with_the_position_it_had() {
    append(7);
    Positions later =
        new Positions("ingestion", log.positionOf(7, 1).feedId(), new TreeMap<>(Map.of(7, 1L)));
    assertThat(log.positionOf(7, 1)).isEqualTo(later);
    assertThatThrownBy(() -> new FeedLog("ingestion", clock).positionOf(7, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void two_databases_are_two_logs() {
    try (Database other = TestDatabases.h2("db/log")) {
      Positions there = other.read(new FeedLog("ingestion", clock)::head);
      assertThat(database.read(log::head).isSameFeedAs(there)).isFalse();
    }
  }

  private Map<Integer, Long> append(int... shards) {
    return database.write(handle -> append(handle, shards)).sequences();
  }

  private Positions append(Handle handle, int... shards) {
    Heads heads = log.lock(handle, Arrays.stream(shards).boxed().toList());
    for (int shard : shards) {
      heads.append(shard, "default", "order", new byte[] {42});
    }
    return heads.finish();
  }

  private Map<Integer, Long> head() {
    return database.read(log::head).sequences();
  }
}
