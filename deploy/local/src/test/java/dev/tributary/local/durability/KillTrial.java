package dev.tributary.local.durability;

import dev.tributary.local.suite.ServiceProcess;
import dev.tributary.runtime.testing.Seeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** One service that is killed again and again while callers send it all they have. */
final class KillTrial implements AutoCloseable {
  private static final int WAIT_SECONDS = 300;
  private static final int BATCHES_BEFORE_KILL_MAX = 40;

  /**
   * More than the rounds take, so that the list is never empty at a kill: those before it, and
   * those of all callers that are answered while it comes.
   */
  private static final int BATCHES_PER_ROUND = 160;

  private static final int BATCHES_AFTER = 60;

  private final ServiceProcess service;
  private final AckFile acks;
  private final LoadClient load;
  private final RandomGenerator random;

  KillTrial(ServiceProcess service, List<Batch> batches, Path acks, long seed) {
    this.service = service;
    this.acks = new AckFile(acks);
    this.load = new LoadClient(batches, this.acks);
    this.random = Seeds.random(seed);
  }

  /** How many batches so many rounds want. */
  static int batches(int rounds) {
    return rounds * BATCHES_PER_ROUND + BATCHES_AFTER;
  }

  /** Kills the service once a round, then lets everything be sent; answers calls in flight. */
  List<Integer> run(int rounds) {
    List<Integer> inFlight = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      inFlight.add(round());
      service.startAgain();
    }
    try (Client client = new Client(service.target())) {
      await(load.sendAll(List.of(client)));
    }
    return inFlight;
  }

  /** Where the service listens, in every round. */
  String target() {
    return service.target();
  }

  /** What clients wrote down. */
  Set<String> acknowledged() {
    return acks.ids();
  }

  @Override
  public void close() throws Exception {
    service.close();
    acks.close();
  }

  /** The one whose call makes the moment also kills, so that nothing is answered in between. */
  private int round() {
    try (Client client = new Client(service.target())) {
      CompletableFuture<Void> moment = load.after(random.nextInt(BATCHES_BEFORE_KILL_MAX));
      CompletableFuture<Integer> killed = moment.thenApply(reached -> kill());
      CompletableFuture<Void> ended = load.sendUntilFault(client);
      await(CompletableFuture.anyOf(killed, ended));
      if (!moment.isDone()) {
        throw new IllegalStateException("all was acknowledged before the kill");
      }
      await(ended);
      await(killed);
      return killed.join();
    }
  }

  private int kill() {
    int inFlight = load.inFlight();
    service.kill();
    return inFlight;
  }

  private static void await(CompletableFuture<?> future) {
    future.orTimeout(WAIT_SECONDS, TimeUnit.SECONDS).join();
  }
}
