package dev.tributary.local.demo;

import com.google.common.collect.Lists;
import dev.tributary.local.client.WritePositions;
import dev.tributary.local.demo.Batches.Answer;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Callers that send one load at the same time, while the service is killed in the middle of it and
 * started again. What was acknowledged is sent no more; what failed is sent again.
 */
final class KilledLoad<T> {
  private static final int CALLERS_MAX = 64;

  /** So many that plenty is open when half is acknowledged. */
  private static final int BATCHES = 400;

  private final String label;
  private final List<List<T>> batches;
  private final Function<List<T>, Answer> call;
  private final Victim victim;
  private final int callers;
  private final Queue<List<T>> open;

  private final AtomicLong inFlight = new AtomicLong();
  private final AtomicLong batchesAcknowledged = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong sentAgain = new AtomicLong();
  private final AtomicLong alreadyRecorded = new AtomicLong();
  private final AtomicBoolean killed = new AtomicBoolean();
  private final AtomicLong inFlightAtKill = new AtomicLong();
  private final AtomicLong acknowledgedAtKill = new AtomicLong();
  private final WritePositions positions = new WritePositions();

  /** A load that is not sent yet, of at least 16 items. */
  KilledLoad(String label, List<T> items, Function<List<T>, Answer> call, Victim victim) {
    this.label = label;
    this.batches = Lists.partition(items, Math.max(1, items.size() / BATCHES));
    this.call = call;
    this.victim = victim;
    this.callers = Math.min(CALLERS_MAX, batches.size() / 4);
    this.open = new ConcurrentLinkedQueue<>(batches);
  }

  /** Sends all of it. */
  Crash run() {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      CompletableFuture.allOf(
              IntStream.range(0, callers)
                  .mapToObj(i -> CompletableFuture.runAsync(this::sendOpen, threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    } finally {
      threads.shutdownNow();
    }
    if (!killed.get()) {
      throw new IllegalStateException(label + ": all was acknowledged before the kill");
    }
    return new Crash(
        victim.name(),
        label,
        acknowledged.get(),
        inFlightAtKill.get(),
        acknowledgedAtKill.get(),
        sentAgain.get(),
        alreadyRecorded.get());
  }

  /** Where the writes stand in the feed. */
  List<String> positions() {
    return positions.tokens();
  }

  private void sendOpen() {
    for (List<T> batch = open.poll(); batch != null; batch = open.poll()) {
      boolean taken = send(batch, false);
      while (!taken) {
        taken = send(batch, true);
      }
    }
  }

  /** Answers whether the batch is acknowledged. */
  private boolean send(List<T> batch, boolean again) {
    killInTheMiddle();
    inFlight.incrementAndGet();
    try {
      take(batch, call.apply(batch), again);
      return true;
    } catch (StatusRuntimeException fault) {
      if (fault.getStatus().getCode() != Status.Code.UNAVAILABLE) {
        throw fault;
      }
      sentAgain.addAndGet(again ? 0 : batch.size());
      return false;
    } finally {
      inFlight.decrementAndGet();
    }
  }

  private void take(List<T> batch, Answer answer, boolean again) {
    answer.requireTaken(label);
    synchronized (positions) {
      positions.keep(answer.position());
    }
    alreadyRecorded.addAndGet(again ? answer.alreadyRecorded() : 0);
    acknowledged.addAndGet(batch.size());
    batchesAcknowledged.incrementAndGet();
  }

  /** The caller who sees the moment also kills, so that little is answered in between. */
  private void killInTheMiddle() {
    long calls = inFlight.get();
    boolean isMiddle = batchesAcknowledged.get() >= batches.size() / 2 && calls >= callers / 2;
    if (isMiddle && killed.compareAndSet(false, true)) {
      acknowledgedAtKill.set(acknowledged.get());
      inFlightAtKill.set(calls);
      victim.process().kill();
      victim.process().startAgain();
    }
  }
}
