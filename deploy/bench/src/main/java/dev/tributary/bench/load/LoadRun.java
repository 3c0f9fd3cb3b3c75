package dev.tributary.bench.load;

import io.grpc.Channel;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One load from its first call to its last answer. */
final class LoadRun {
  /** Longer than any server's default deadline, so that a call without an answer is a fault. */
  private static final long DRAIN_SECONDS_MAX = 60;

  private final Load load;
  private final List<? extends Channel> channels;
  private final ThreadLocal<Payload> payloads;
  private final Tally tally = new Tally();
  private long end;

  /**
   * A run over some channels.
   *
   * @param payloads one for each thread that sends
   */
  LoadRun(Load load, List<? extends Channel> channels, ThreadLocal<Payload> payloads) {
    this.load = load;
    this.channels = channels;
    this.payloads = payloads;
  }

  /** Sends and waits for the last answer. */
  Outcome run() throws InterruptedException {
    long start = System.nanoTime();
    end = start + (long) (load.seconds() * 1e9);
    if (load.callsPerSecond() > 0) {
      pace(start);
    } else {
      loop();
    }
    long last = System.nanoTime();
    return tally.outcome((last - start) / 1e9, Math.max(0, last - end) / 1e9);
  }

  /** Each slot sends its next call when it has the answer to the one before. */
  private void loop() throws InterruptedException {
    CountDownLatch slots = new CountDownLatch(load.inFlightMax());
    for (int slot = 0; slot < load.inFlightMax(); slot++) {
      Channel channel = channels.get(slot % channels.size());
      next(channel, slots);
    }
    long waitSeconds = (long) load.seconds() + DRAIN_SECONDS_MAX;
    if (!slots.await(waitSeconds, TimeUnit.SECONDS)) {
      throw new IllegalStateException("unanswered: " + slots.getCount() + " calls (expected: 0)");
    }
  }

  private void next(Channel channel, CountDownLatch slots) {
    long now = System.nanoTime();
    if (now >= end) {
      slots.countDown();
      return;
    }
    send(channel, now, () -> next(channel, slots));
  }

  /** Calls go out when they are due, whether or not earlier ones were answered. */
  private void pace(long start) throws InterruptedException {
    double nanosPerCall = 1e9 / load.callsPerSecond();
    Semaphore free = new Semaphore(load.inFlightMax());
    long calls = 0;
    for (long due = start; due < end; due = start + (long) (++calls * nanosPerCall)) {
      waitUntil(due);
      if (free.tryAcquire()) {
        send(channels.get((int) (calls % channels.size())), due, free::release);
      } else {
        tally.skipped();
      }
    }
    if (!free.tryAcquire(load.inFlightMax(), DRAIN_SECONDS_MAX, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "unanswered: " + (load.inFlightMax() - free.availablePermits()) + " calls (expected: 0)");
    }
  }

  private static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void send(Channel channel, long since, Runnable then) {
    payloads
        .get()
        .send(
            channel,
            load.itemsPerCall(),
            new Payload.Answer() {
              @Override
              public void judged(int recorded, int alreadyRecorded, int rejected) {
                tally.judged(System.nanoTime() - since, recorded, alreadyRecorded, rejected);
                then.run();
              }

              @Override
              public void refused(Throwable fault) {
                tally.refused(fault);
                then.run();
              }
            });
  }
}
