package dev.tributary.local.command;

import dev.tributary.local.suite.LocalSuite;
import java.util.concurrent.CountDownLatch;

/** A suite that serves until the process is told to stop, and is then closed in order. */
final class Serving {
  private final LocalSuite.Started started;
  private final CountDownLatch closed = new CountDownLatch(1);

  Serving(LocalSuite.Started started) {
    this.started = started;
  }

  /** Waits for Ctrl-C or SIGTERM, closes the suite, and returns when it is closed. */
  void untilStopped() throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "suite-stop"));
    System.out.println("Serving; Ctrl-C stops it.");
    closed.await();
  }

  private void stop() {
    started.close();
    System.out.println("stopped");
    closed.countDown();
  }
}
