package dev.tributary.runtime.database;

import io.grpc.netty.shaded.io.netty.util.concurrent.FastThreadLocalThread;

/**
 * Keeps the database away from the network's threads: one statement there would hold up every
 * connection that the thread serves.
 */
final class NetworkThreads {
  private NetworkThreads() {}

  /**
   * Lets every other thread pass.
   *
   * @throws IllegalStateException on a thread of the network: a fault of ours
   */
  static void refuse() {
    if (Thread.currentThread() instanceof FastThreadLocalThread thread) {
      throw new IllegalStateException(
          "the database was called on network thread " + thread.getName());
    }
  }
}
