package dev.tributary.runtime.group;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import dev.tributary.runtime.testing.Seeds;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What callers of a group writer can rely on, on both databases. */
abstract class GroupWriterTest {
  private static final int ITEMS_MAX = 4_000;
  private static final GroupConfig CONFIG = new GroupConfig(2, ITEMS_MAX, 1 << 20);

  private final Database database;
  private final FeedLog log = new FeedLog("test", Clock.systemUTC());
  private final NoteWork work = new NoteWork();
  private final List<GroupWriter<Note, String>> writers = new ArrayList<>();

  GroupWriterTest(TestDatabases kind) {
    this.database = kind.open("db/log", "db/group");
  }

  @AfterEach
  void close() {
    writers.forEach(GroupWriter::close);
    database.close();
  }

  @Test
  void a_call_is_answered_item_by_item_after_its_commit() throws Exception {
    GroupWriter<Note, String> writer = writer(work);
    var first = writer.submit("a", List.of(note(1, "x", "1"), note(2, "y", "2")), 10);
    assertThat(results(first)).containsExactly("new", "new");
    assertThat(rows()).isEqualTo(2);
    var resend = writer.submit("a", List.of(note(1, "x", "1"), note(2, "y", "other")), 10);
    assertThat(results(resend)).containsExactly("again", "reused");
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void an_empty_call_is_answered_at_once() throws Exception {
    assertThat(results(writer(work).submit("a", List.of(), 0))).isEmpty();
  }

  /** What comes while a transaction runs waits, and then goes into one group. */
  @Test
  void calls_that_come_during_a_transaction_share_the_next_one() throws Exception {
    Blocked blocked = new Blocked();
    GroupWriter<Note, String> writer = writer(blocked, new GroupConfig(1, ITEMS_MAX, 1 << 20));
    var first = writer.submit("a", List.of(note(1, "first", "")), 1);
    blocked.entered.await();
    List<CompletableFuture<GroupAnswer<String>>> calls =
        IntStream.range(0, 50)
            .mapToObj(i -> writer.submit("a", List.of(note(i % 64, "n" + i, "")), 1))
            .toList();
    blocked.leave.countDown();
    assertThat(results(first)).containsExactly("new");
    for (var call : calls) {
      assertThat(results(call)).containsExactly("new");
      assertThat(call.get().groupItems()).isEqualTo(50);
    }
    assertThat(blocked.groups).containsExactly(1, 50);
  }

  @Test
  void only_the_guilty_item_fails_when_the_database_refuses_a_group() throws Exception {
    List<Note> notes =
        new ArrayList<>(IntStream.range(0, 100).mapToObj(i -> note(i % 7, "n" + i, "")).toList());
    notes.set(37, note(2, "n37", Note.POISON));
    notes.set(99, note(1, "n99", Note.POISON));
    List<String> results = results(writer(work).submit("a", notes, 100));
    assertThat(results.get(37)).isEqualTo("refused");
    assertThat(results.get(99)).isEqualTo("refused");
    assertThat(Collections.frequency(results, "new")).isEqualTo(98);
    assertThat(rows()).isEqualTo(98);
    assertFeedIsGapless();
  }

  @Test
  void a_fault_of_ours_fails_its_calls_and_the_writer_goes_on() throws Exception {
    GroupWork<Note, String> faulty =
        new NoteWork() {
          @Override
          public List<String> write(Handle handle, Heads heads, List<Queued<Note>> group) {
            if (group.stream().anyMatch(queued -> queued.item().id().equals("bug"))) {
              throw new IllegalStateException("a bug");
            }
            return super.write(handle, heads, group);
          }
        };
    GroupWriter<Note, String> writer = writer(faulty);
    var failed = writer.submit("a", List.of(note(1, "bug", "")), 1);
    assertThatThrownBy(() -> results(failed)).hasRootCauseMessage("a bug");
    assertThat(results(writer.submit("a", List.of(note(1, "fine", "")), 1))).containsExactly("new");
  }

  @Test
  void a_full_queue_refuses_the_whole_call_and_half_of_it_is_left_to_others() throws Exception {
    Blocked blocked = new Blocked();
    GroupWriter<Note, String> writer = writer(blocked);
    var first = writer.submit("big", notes("big", 0, 1_000), 1);
    var second = writer.submit("big", notes("big", 1_000, 1_000), 1);
    assertThatThrownBy(() -> writer.submit("big", notes("big", 2_000, 1), 1))
        .isInstanceOfSatisfying(
            ApiException.class,
            full -> assertThat(full).hasMessageContaining("queue of notes: 2000 items wait"));
    var other = writer.submit("small", notes("small", 0, 1_000), 1);
    blocked.leave.countDown();
    for (var call : List.of(first, second, other)) {
      assertThat(results(call)).hasSize(1_000).containsOnly("new");
    }
    assertThat(writer.queuedItems()).isZero();
    assertThat(results(writer.submit("big", notes("big", 2_000, 1), 1))).containsExactly("new");
  }

  @Test
  void a_call_that_is_too_large_for_the_memory_left_is_refused() {
    GroupWriter<Note, String> writer = writer(work);
    assertThatThrownBy(() -> writer.submit("a", List.of(note(1, "x", "")), 1 << 20))
        .isInstanceOf(ApiException.class);
  }

  /** What a caller that went away had queued is not written any more and takes no room. */
  @Test
  void a_cancelled_call_leaves_the_queue() throws Exception {
    Blocked blocked = new Blocked();
    GroupWriter<Note, String> writer = writer(blocked, new GroupConfig(1, ITEMS_MAX, 1 << 20));
    var first = writer.submit("a", List.of(note(1, "first", "")), 1);
    blocked.entered.await();
    var gone = writer.submit("a", notes("a", 0, 1_000), 1);
    gone.cancel(false);
    var last = writer.submit("a", List.of(note(1, "last", "")), 1);
    blocked.leave.countDown();
    assertThat(results(first)).containsExactly("new");
    assertThat(results(last)).containsExactly("new");
    assertThat(rows()).isEqualTo(2);
    writer.close();
    assertThat(writer.queuedItems()).isZero();
  }

  @Test
  void closing_writes_what_is_queued_and_takes_nothing_more() throws Exception {
    GroupWriter<Note, String> writer = writer(work);
    var queued = writer.submit("a", notes("a", 0, 1_000), 1);
    writer.close();
    assertThat(results(queued)).hasSize(1_000).containsOnly("new");
    var late = writer.submit("a", List.of(note(1, "late", "")), 1);
    assertThatThrownBy(() -> results(late)).hasRootCauseInstanceOf(ApiException.class);
  }

  /** Heads that somebody else holds are left out, and waited for in the end. */
  @Test
  void items_of_a_locked_shard_wait_and_the_others_do_not() throws Exception {
    if (!database.isShared()) {
      return; // One writer at a time owns an H2 file, so nobody can hold a head meanwhile.
    }
    GroupWriter<Note, String> writer = writer(work);
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<Void> holder =
        CompletableFuture.runAsync(
            () ->
                database.write(
                    handle -> {
                      log.lock(handle, List.of(5));
                      locked.countDown();
                      return await(release);
                    }));
    locked.await();
    var held = writer.submit("a", List.of(note(5, "held", "")), 1);
    var free = writer.submit("a", List.of(note(6, "free", "")), 1);
    assertThat(results(free)).containsExactly("new");
    assertThat(held).isNotDone();
    release.countDown();
    assertThat(results(held)).containsExactly("new");
    holder.get();
  }

  /**
   * Two processes, each with two writers and a log of its own, get the same items at the same time.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void processes_that_race_record_every_item_exactly_once(long seed) throws Exception {
    RandomGenerator random = Seeds.random(seed);
    List<GroupWriter<Note, String>> processes = List.of(writer(work), writer(new NoteWork()));
    Map<String, List<String>> answers = new HashMap<>();
    List<Map.Entry<List<Note>, CompletableFuture<GroupAnswer<String>>>> calls = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      List<Note> notes =
          random
              .ints(random.nextInt(1, 60), 0, 800)
              .mapToObj(id -> note(id % 64, "n" + id, ""))
              .toList();
      calls.add(Map.entry(notes, processes.get(i % 2).submit("a", notes, 1)));
    }
    for (var call : calls) {
      List<String> results = results(call.getValue());
      for (int i = 0; i < results.size(); i++) {
        answers
            .computeIfAbsent(call.getKey().get(i).id(), id -> new ArrayList<>())
            .add(results.get(i));
      }
    }
    assertThat(answers.values())
        .allSatisfy(
            each -> {
              assertThat(each).isSubsetOf("new", "again");
              assertThat(Collections.frequency(each, "new")).isEqualTo(1);
            });
    assertThat(rows()).isEqualTo(answers.size());
    assertFeedIsGapless();
  }

  static java.util.stream.LongStream seeds() {
    return Seeds.cases(5);
  }

  private void assertFeedIsGapless() {
    List<Boolean> gapless =
        database.read(
            handle ->
                handle
                    .createQuery(
                        """
                        select h.last_sequence = count(n.sequence)
                          and coalesce(max(n.sequence), 0) = h.last_sequence as gapless
                        from feed_head h left join note n on n.shard = h.shard
                        group by h.shard, h.last_sequence""")
                    .mapTo(Boolean.class)
                    .list());
    assertThat(gapless).hasSize(64).containsOnly(true);
  }

  private GroupWriter<Note, String> writer(GroupWork<Note, String> notes) {
    return writer(notes, CONFIG);
  }

  private GroupWriter<Note, String> writer(GroupWork<Note, String> notes, GroupConfig config) {
    GroupWriter<Note, String> writer =
        GroupWriter.start(
            "notes", config, database, new FeedLog("test", Clock.systemUTC()), notes, () -> {});
    writers.add(writer);
    return writer;
  }

  private static List<String> results(CompletableFuture<GroupAnswer<String>> call)
      throws Exception {
    try {
      return call.get(30, SECONDS).results();
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getMessage(), failed);
    }
  }

  private int rows() {
    return database.read(
        handle -> handle.createQuery("select count(*) from note").mapTo(int.class).one());
  }

  private static List<Note> notes(String workspace, int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> new Note(workspace, i % 64, "n" + i, ""))
        .toList();
  }

  private static Note note(int shard, String id, String text) {
    return new Note("a", shard, id, text);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, SECONDS);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  /** Holds its first group up until it is told to go on. */
  private static final class Blocked extends NoteWork {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);

    @Override
    public List<String> write(Handle handle, Heads heads, List<Queued<Note>> group) {
      entered.countDown();
      await(leave);
      return super.write(handle, heads, group);
    }
  }
}
