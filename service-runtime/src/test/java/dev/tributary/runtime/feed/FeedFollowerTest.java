package dev.tributary.runtime.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tributary.ingestion.v1.FeedEntry;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

abstract class FeedFollowerTest {
  private static final int WAIT_SECONDS = 60;

  private final ServedLog log = new ServedLog();
  private final Database database;
  private final AppliedEntries entries;

  FeedFollowerTest(TestDatabases kind) {
    this.database = kind.open("db/follower", "db/test");
    this.entries = new AppliedEntries(database);
  }

  @AfterEach
  void close() {
    log.close();
    database.close();
  }

  @Test
  void every_entry_is_applied_once() {
    log.append(2_500);
    try (var follower = started(AppliedEntries::insert)) {
      await(follower.reached(log.head()));
      await(follower.reached(log.append(100)));
      entries.requireExactly(log.head());
      assertThat(follower.applied().positions()).isEqualTo(log.head());
      assertThat(follower.applied().recordTime()).isPresent();
      assertThat(follower.trouble()).isEmpty();
    }
  }

  @Test
  void a_page_that_fails_leaves_nothing_and_is_applied_when_it_no_longer_fails() {
    var tries = new AtomicInteger();
    try (var follower =
        started(
            (handle, items) -> {
              AppliedEntries.insert(handle, items);
              if (tries.incrementAndGet() <= 2) {
                throw new IllegalStateException("not today");
              }
            })) {
      await(follower.reached(log.append(100)));
      entries.requireExactly(log.head());
      assertThat(tries).hasValueGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void a_follower_goes_on_where_the_last_one_stopped() {
    try (var first = started(AppliedEntries::insert)) {
      await(first.reached(log.append(100)));
    }
    log.append(100);
    try (var second = started(AppliedEntries::insert)) {
      assertThat(second.applied().positions().isSameFeedAs(log.head())).isTrue();
      await(second.reached(log.head()));
    }
    entries.requireExactly(log.head());
  }

  @Test
  void two_processes_that_follow_the_same_feed_apply_each_entry_once() {
    try (var one = started(AppliedEntries::insert);
        var other = started(AppliedEntries::insert)) {
      for (int i = 0; i < 30; i++) {
        log.append(70);
      }
      Positions head = log.head();
      await(one.reached(head));
      await(other.reached(head));
    }
    entries.requireExactly(log.head());
  }

  @Test
  void a_service_that_comes_back_is_followed_again() {
    try (var follower = started(AppliedEntries::insert)) {
      await(follower.reached(log.append(100)));
      log.stop();
      Positions meanwhile = log.appendElsewhere(100, 10);
      log.serve();
      await(follower.reached(meanwhile));
    }
    entries.requireExactly(log.head());
  }

  @Test
  void who_waits_for_a_position_is_told_when_its_effects_are_committed() {
    var mayApply = new CountDownLatch(1);
    try (var follower =
        started(
            (handle, items) -> {
              awaitOpen(mayApply);
              AppliedEntries.insert(handle, items);
            })) {
      CompletableFuture<Void> reached = follower.reached(log.append(100));
      assertThat(reached).isNotDone();
      assertThat(follower.reached(Positions.empty(ServedLog.FEED))).isCompleted();
      mayApply.countDown();
      await(reached.thenRunAsync(() -> entries.requireExactly(log.head())));
    }
  }

  @Test
  void a_position_of_another_log_is_refused_as_soon_as_the_log_is_known() {
    Positions foreign = Positions.empty(ServedLog.FEED, "another life").with(Map.of(1, 1L));
    try (var follower = started(AppliedEntries::insert)) {
      var failure =
          catchThrowableOfType(
              ExecutionException.class,
              () -> follower.reached(foreign).get(WAIT_SECONDS, TimeUnit.SECONDS));
      assertThat(failure.getCause())
          .isInstanceOfSatisfying(
              ApiException.class,
              refused ->
                  assertThat(refused.reason())
                      .isEqualTo(ErrorReason.ERROR_REASON_POSITION_UNKNOWN));
    }
  }

  @Test
  void a_log_that_started_anew_is_not_followed_as_if_it_were_the_old_one() {
    try (var follower = started(AppliedEntries::insert)) {
      await(follower.reached(log.append(100)));
    }
    try (ServedLog anew = new ServedLog();
        var follower = follower(anew.source(), AppliedEntries::insert)) {
      anew.append(200);
      follower.start();
      await(CompletableFuture.runAsync(() -> awaitTrouble(follower)));
      assertThat(follower.applied().positions()).isEqualTo(log.head());
    }
  }

  private FeedFollower<FeedEntry> started(PageApplier<FeedEntry> applier) {
    FeedFollower<FeedEntry> follower = follower(log.source(), applier);
    follower.start();
    return follower;
  }

  private FeedFollower<FeedEntry> follower(
      FeedSource<FeedEntry> source, PageApplier<FeedEntry> applier) {
    return new FeedFollower<>(ServedLog.FEED, database, source, applier, Clock.systemUTC());
  }

  private static void awaitTrouble(FeedFollower<?> follower) {
    while (follower.trouble().isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(follower.trouble().orElseThrow()).contains("not issued by the feed");
  }

  private static void await(CompletableFuture<Void> done) {
    done.orTimeout(WAIT_SECONDS, TimeUnit.SECONDS).join();
  }

  private static void awaitOpen(CountDownLatch gate) {
    try {
      assertThat(gate.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException hurried) {
      throw new IllegalStateException(hurried);
    }
  }
}
