package dev.tributary.runtime.group;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupReaderTest {
  private static final int WAIT_SECONDS = 60;

  private final Database database = TestDatabases.h2("db/log", "db/group");
  private final List<Set<String>> reads = new CopyOnWriteArrayList<>();
  private final CountDownLatch both = new CountDownLatch(2);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final GroupReader<String, String> reader =
      GroupReader.start("words", database, this::read);

  @AfterEach
  void close() {
    goOn.countDown();
    reader.close();
    database.close();
  }

  @Test
  void a_question_is_answered() throws Exception {
    assertThat(answer(reader.ask("a"))).isEqualTo("answer to a");
    assertThat(answer(reader.ask("a"))).isEqualTo("answer to a");
    assertThat(reads).containsExactly(Set.of("a"), Set.of("a"));
  }

  @Test
  void those_who_ask_at_the_same_time_are_answered_by_one_read() throws Exception {
    holdUpBoth();
    List<CompletableFuture<String>> answers =
        IntStream.range(0, 100).mapToObj(i -> reader.ask("word " + i % 5)).toList();
    goOn.countDown();

    for (int i = 0; i < answers.size(); i++) {
      assertThat(answer(answers.get(i))).isEqualTo("answer to word " + i % 5);
    }
    assertThat(reads)
        .hasSize(3)
        .last()
        .isEqualTo(Set.of("word 0", "word 1", "word 2", "word 3", "word 4"));
  }

  @Test
  void nobody_is_answered_by_a_read_that_began_before_they_asked() throws Exception {
    holdUpBoth();
    CompletableFuture<String> later = reader.ask("hold up 1");
    assertThat(reads).containsExactlyInAnyOrder(Set.of("hold up 1"), Set.of("hold up 2"));
    goOn.countDown();

    answer(later);
    assertThat(reads).hasSize(3).last().isEqualTo(Set.of("hold up 1"));
  }

  @Test
  void who_goes_away_takes_the_answer_from_nobody_else() throws Exception {
    holdUpBoth();
    CompletableFuture<String> impatient = reader.ask("a");
    CompletableFuture<String> patient = reader.ask("a");
    impatient.cancel(false);
    goOn.countDown();

    assertThat(answer(patient)).isEqualTo("answer to a");
  }

  @Test
  void a_read_that_fails_fails_for_those_who_asked_and_for_nobody_after_them() throws Exception {
    assertThatThrownBy(() -> answer(reader.ask("fail")))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("no such word");
    assertThat(answer(reader.ask("a"))).isEqualTo("answer to a");
  }

  @Test
  void what_waits_at_the_end_is_answered_and_what_comes_later_is_refused() throws Exception {
    holdUpBoth();
    CompletableFuture<String> waiting = reader.ask("a");
    CompletableFuture<Void> closing = CompletableFuture.runAsync(reader::close);
    goOn.countDown();
    closing.get(WAIT_SECONDS, SECONDS);

    assertThat(answer(waiting)).isEqualTo("answer to a");
    assertThatThrownBy(() -> answer(reader.ask("b")))
        .cause()
        .isInstanceOfSatisfying(
            ApiException.class,
            refused ->
                assertThat(refused.reason()).isEqualTo(ErrorReason.ERROR_REASON_PEER_UNAVAILABLE));
  }

  /** Both threads of the reader read, until {@link #goOn}. */
  private void holdUpBoth() throws InterruptedException {
    reader.ask("hold up 1").isDone();
    while (both.getCount() == 2) {
      Thread.onSpinWait();
    }
    reader.ask("hold up 2").isDone();
    assertThat(both.await(WAIT_SECONDS, SECONDS)).isTrue();
  }

  private Map<String, String> read(Handle handle, Set<String> words) {
    reads.add(words);
    if (words.contains("fail")) {
      throw new IllegalStateException("no such word");
    }
    if (words.stream().anyMatch(word -> word.startsWith("hold up"))) {
      both.countDown();
      awaitGoOn();
    }
    Map<String, String> answers = new HashMap<>();
    for (String word : words) {
      answers.put(
          word,
          handle
              .createQuery("select 'answer to ' || cast(:word as varchar)")
              .bind("word", word)
              .mapTo(String.class)
              .one());
    }
    return answers;
  }

  private void awaitGoOn() {
    try {
      if (!goOn.await(WAIT_SECONDS, SECONDS)) {
        throw new AssertionError("nobody let the readers go on");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private static String answer(CompletableFuture<String> answer) throws Exception {
    return answer.get(WAIT_SECONDS, SECONDS);
  }
}
