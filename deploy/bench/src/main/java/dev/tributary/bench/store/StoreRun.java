package dev.tributary.bench.store;

import dev.tributary.bench.load.Latencies;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Runs writers against the clock. Groups are made beforehand, some at a time, so that only writing
 * is timed and memory is bounded.
 *
 * @param rows that were new
 * @param touchesPerSecond touches handled in a second of writing, resends included
 * @param p50Millis half of the transactions took no longer
 * @param p99Millis 99 of 100 transactions took no longer
 */
public record StoreRun(long rows, double touchesPerSecond, double p50Millis, double p99Millis) {
  private static final int GROUPS_AT_A_TIME = 50;

  /** Writes for some seconds. */
  public static <G> StoreRun of(GroupWork<G> work, int writers, double seconds) {
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      Latencies latencies = new Latencies();
      long nanos = 0;
      long groups = 0;
      long rows = 0;
      while (nanos < seconds * 1e9) {
        List<List<G>> prepared = all(threads, writers, writer -> prepare(work, writer));
        long start = System.nanoTime();
        List<Long> written =
            all(threads, writers, writer -> write(work, writer, prepared.get(writer), latencies));
        nanos += System.nanoTime() - start;
        groups += (long) writers * GROUPS_AT_A_TIME;
        rows += written.stream().mapToLong(Long::longValue).sum();
      }
      return new StoreRun(
          rows,
          groups * GroupWork.GROUP / (nanos / 1e9),
          latencies.millis(0.5),
          latencies.millis(0.99));
    } finally {
      threads.shutdown();
    }
  }

  private static <G> List<G> prepare(GroupWork<G> work, int writer) {
    List<G> groups = new ArrayList<>();
    for (int i = 0; i < GROUPS_AT_A_TIME; i++) {
      groups.add(work.prepare(writer));
    }
    return groups;
  }

  private static <G> long write(
      GroupWork<G> work, int writer, List<G> groups, Latencies latencies) {
    long rows = 0;
    for (G group : groups) {
      long start = System.nanoTime();
      rows += work.write(writer, group);
      latencies.add(System.nanoTime() - start);
    }
    return rows;
  }

  /** Runs something for every writer at the same time, and waits for all of them. */
  private static <T> List<T> all(ExecutorService threads, int writers, WriterWork<T> work) {
    List<Callable<T>> calls = new ArrayList<>();
    IntStream.range(0, writers).forEach(writer -> calls.add(() -> work.of(writer)));
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a writer failed", failed.getCause());
    }
  }

  /** Work of one writer. */
  private interface WriterWork<T> {
    T of(int writer);
  }
}
