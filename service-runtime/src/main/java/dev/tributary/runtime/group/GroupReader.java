package dev.tributary.runtime.group;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.database.Database;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * Answers what many callers ask by as few transactions as there can be: a reader takes all
 * questions that wait and reads for them together, while the next ones gather. Every answer is read
 * after its question was asked; nothing is remembered. Thread-safe.
 *
 * @param <Q> a question; equal ones are asked once
 * @param <A> its answer
 */
public final class GroupReader<Q, A> implements AutoCloseable {
  /** One reads while another's answers are handed out. */
  private static final int READERS = 2;

  private final String name;
  private final Database database;
  private final BiFunction<Handle, Set<Q>, Map<Q, A>> work;
  private final Thread[] threads;

  private Map<Q, CompletableFuture<A>> waiting = new HashMap<>();
  private boolean closed;

  private GroupReader(String name, Database database, BiFunction<Handle, Set<Q>, Map<Q, A>> work) {
    this.name = name;
    this.database = database;
    this.work = work;
    this.threads =
        IntStream.rangeClosed(1, READERS)
            .mapToObj(number -> new Thread(this::run, "read-" + name + "-" + number))
            .toArray(Thread[]::new);
  }

  /**
   * A reader at work.
   *
   * @param name of what is read, for messages and the threads' names
   * @param work answers every question that it is given
   */
  public static <Q, A> GroupReader<Q, A> start(
      String name, Database database, BiFunction<Handle, Set<Q>, Map<Q, A>> work) {
    GroupReader<Q, A> reader = new GroupReader<>(name, database, work);
    for (Thread thread : reader.threads) {
      thread.start();
    }
    return reader;
  }

  /**
   * Asks; never blocks. The future completes on a reader's thread, which must not be held up there,
   * and fails as the work fails. How many questions wait is bounded by the calls that the server
   * takes on.
   */
  public CompletableFuture<A> ask(Q question) {
    synchronized (this) {
      if (closed) {
        return CompletableFuture.failedFuture(ApiException.peerUnavailable(name));
      }
      CompletableFuture<A> answer =
          waiting.computeIfAbsent(question, absent -> new CompletableFuture<>());
      notifyAll();
      // Others may wait for it too, so whoever cancels cancels a copy.
      return answer.copy();
    }
  }

  /** Takes nothing more, answers what waits, and stops; call it after the server. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Map<Q, CompletableFuture<A>> taken = take();
    while (!taken.isEmpty()) {
      answer(taken);
      taken = take();
    }
  }

  /** Waits for questions; none after the end. */
  private synchronized Map<Q, CompletableFuture<A>> take() {
    try {
      while (waiting.isEmpty() && !closed) {
        wait();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      closed = true;
    }
    Map<Q, CompletableFuture<A>> taken = waiting;
    waiting = new HashMap<>();
    return taken;
  }

  private void answer(Map<Q, CompletableFuture<A>> questions) {
    try {
      Map<Q, A> answers =
          database.read(handle -> work.apply(handle, Set.copyOf(questions.keySet())));
      questions.forEach((question, answer) -> answer.complete(answers.get(question)));
    } catch (Throwable fault) {
      questions.values().forEach(answer -> answer.completeExceptionally(fault));
    }
  }
}
