package dev.tributary.runtime.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ingestion.v1.FeedEntry;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several followers of one feed on one database. */
abstract class FeedLeaseTest {
  private static final int WAIT_SECONDS = 60;

  private final ServedLog log = new ServedLog();
  private final Database database;
  private final AppliedEntries entries;
  private final Deque<Rival> rivals = new ArrayDeque<>();

  FeedLeaseTest(TestDatabases kind) {
    this.database = kind.open("db/follower", "db/test");
    this.entries = new AppliedEntries(database);
  }

  @AfterEach
  void close() {
    rivals.forEach(Rival::close);
    log.close();
    database.close();
  }

  @Test
  void only_one_of_two_followers_streams_and_both_know_how_far_the_feed_is_applied() {
    var order = new ArrayList<FeedItem<FeedEntry>>();
    Rival holder =
        start(
            (handle, items) -> {
              order.addAll(items);
              AppliedEntries.insert(handle, items);
            });
    await(holder.follower().reached(log.append(1)));
    Rival other = start();
    for (int i = 0; i < 30; i++) {
      Positions written = log.append(70);
      await(other.follower().reached(written));
      assertThat(other.follower().applied().positions().covers(written)).isTrue();
    }
    await(holder.follower().reached(log.head()));
    assertThat(holder.opened()).hasValue(1);
    assertThat(other.opened()).hasValue(0);
    assertThat(other.follower().pagesApplied()).isZero();
    assertThat(other.follower().applied()).isEqualTo(holder.follower().applied());
    entries.requireExactly(log.head());
    requireInOrder(order);
  }

  @Test
  void a_holder_that_closes_hands_over_at_once() {
    Rival holder = start();
    await(holder.follower().reached(log.append(10)));
    String before = holderNow();
    Rival other = start();
    holder.close();
    assertThat(holderNow()).isNotEqualTo(before);
    await(other.follower().reached(log.append(10)));
    assertThat(other.opened()).hasValue(1);
    entries.requireExactly(log.head());
  }

  @Test
  void a_holder_that_dies_is_replaced_when_its_lease_has_expired() {
    start().close();
    Instant expiry = handToDead(2);
    Rival other = start();
    await(other.follower().reached(log.append(10)));
    assertThat(other.opened()).hasValue(1);
    assertThat(databaseTime()).isAfterOrEqualTo(expiry);
    entries.requireExactly(log.head());
  }

  @Test
  void an_idle_holder_keeps_its_lease() {
    Rival holder = start();
    await(holder.follower().reached(log.append(10)));
    String before = holderNow();
    for (int renewal = 0; renewal < 2; renewal++) {
      Instant expiry = expiry();
      await(() -> expiry().isAfter(expiry));
    }
    assertThat(holderNow()).isEqualTo(before);
    assertThat(holder.opened()).hasValue(1);
  }

  @Test
  void a_holder_that_has_lost_its_lease_stops_streaming() {
    Rival holder = start();
    await(holder.follower().reached(log.append(10)));
    handToDead(3);
    await(() -> !holder.streams());
    Positions written = log.append(10);
    assertThat(holder.follower().reached(written)).isNotDone();
    await(holder.follower().reached(written));
    assertThat(holder.opened()).hasValue(2);
    entries.requireExactly(log.head());
  }

  @Test
  void a_follower_that_cannot_apply_lets_another_try() {
    Rival broken =
        start(
            (handle, items) -> {
              throw new IllegalStateException("not here");
            });
    Positions written = log.append(10);
    await(() -> broken.follower().trouble().isPresent());
    assertThat(broken.follower().lag().entries()).isEqualTo(10);
    Rival sound = start();
    await(sound.follower().reached(written));
    await(broken.follower().reached(written));
    entries.requireExactly(log.head());
  }

  @Test
  void a_follower_that_looks_on_knows_what_the_holder_has_still_to_do() {
    var mayGoOn = new CompletableFuture<Void>();
    Positions written = log.append(3 * PageReader.ENTRIES_MAX);
    Rival holder =
        start(
            (handle, items) -> {
              AppliedEntries.insert(handle, items);
              if (items.get(0).sequence() > 1) {
                await(mayGoOn);
              }
            });
    await(() -> holder.follower().pagesApplied() == 1);
    Rival other = start();
    assertThat(other.follower().lag().entries()).isEqualTo(2 * PageReader.ENTRIES_MAX);
    assertThat(other.follower().lag().age()).isPositive();
    mayGoOn.complete(null);
    await(other.follower().reached(written));
    assertThat(other.follower().lag()).isEqualTo(Lag.NONE);
  }

  @Test
  void no_entry_is_skipped_or_repeated_while_writers_write_and_followers_come_and_go() {
    var writing = new AtomicBoolean(true);
    List<CompletableFuture<Void>> writers =
        IntStream.range(0, 2)
            .mapToObj(writer -> CompletableFuture.runAsync(() -> writeWhile(writing)))
            .toList();
    start();
    for (int change = 0; change < 12; change++) {
      Rival next = start();
      await(next.follower().reached(log.head()));
      rivals.removeFirst().close();
    }
    writing.set(false);
    writers.forEach(FeedLeaseTest::await);
    await(rivals.getLast().follower().reached(log.head()));
    entries.requireExactly(log.head());
  }

  ServedLog log() {
    return log;
  }

  Database database() {
    return database;
  }

  AppliedEntries entries() {
    return entries;
  }

  Rival start() {
    return start(AppliedEntries::insert);
  }

  static void await(CompletableFuture<Void> done) {
    done.orTimeout(WAIT_SECONDS, TimeUnit.SECONDS).join();
  }

  private static void await(BooleanSupplier condition) {
    await(
        CompletableFuture.runAsync(
            () -> {
              while (!condition.getAsBoolean()) {
                Thread.onSpinWait();
              }
            }));
  }

  private Rival start(PageApplier<FeedEntry> applier) {
    Rival rival = Rival.start(log, database, applier);
    rivals.add(rival);
    return rival;
  }

  private void writeWhile(AtomicBoolean writing) {
    while (writing.get()) {
      log.append(40);
    }
  }

  /** Gives the lease to a follower that never renews it; answers when it expires. */
  private Instant handToDead(int seconds) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    update feed_lease set holder = 'dead',
                      expire_time = current_timestamp + cast(:seconds as integer) * interval '1' second""")
                .bind("seconds", seconds)
                .execute());
    return expiry();
  }

  private String holderNow() {
    return value("select holder from feed_lease", String.class);
  }

  private Instant expiry() {
    return value("select expire_time from feed_lease", Instant.class);
  }

  private Instant databaseTime() {
    return value("select current_timestamp", Instant.class);
  }

  private <T> T value(String sql, Class<T> type) {
    return database.read(handle -> handle.createQuery(sql).mapTo(type).one());
  }

  private static void requireInOrder(List<FeedItem<FeedEntry>> items) {
    var last = new HashMap<Integer, Long>();
    for (FeedItem<FeedEntry> item : items) {
      long expected = last.merge(item.shard(), 1L, Long::sum);
      assertThat(item.sequence()).as("shard %d", item.shard()).isEqualTo(expected);
    }
  }
}
