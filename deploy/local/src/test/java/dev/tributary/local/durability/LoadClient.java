package dev.tributary.local.durability;

import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import io.grpc.Status;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many callers that send batches from one list, each the next as soon as its last is answered. What
 * was acknowledged is written to disk and sent no more; what failed goes back to the list. Used for
 * one run of callers after another.
 */
final class LoadClient {
  /** Calls that are in flight at least when somebody is killed. */
  static final int IN_FLIGHT_MIN = 64;

  /** More at the moment when a kill is decided, since some are answered before it comes. */
  private static final int IN_FLIGHT_WANTED = 80;

  /** And more again, since some are always busy writing down what they were told. */
  private static final int CALLERS = 192;

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Queue<Batch> open;
  private final AckFile acks;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger faults = new AtomicInteger();
  private volatile Moment moment = new Moment(Integer.MAX_VALUE);

  LoadClient(Collection<Batch> batches, AckFile acks) {
    this.open = new ConcurrentLinkedQueue<>(batches);
    this.acks = acks;
  }

  /**
   * Sends until all is acknowledged or, caller by caller, until a call fails.
   *
   * @return completes when no caller sends any more
   */
  CompletableFuture<Void> sendUntilFault(Client client) {
    return start(List.of(client), false);
  }

  /**
   * Sends until all is acknowledged; after a fault a caller turns to the next client.
   *
   * @return completes when all is acknowledged
   */
  CompletableFuture<Void> sendAll(List<Client> clients) {
    return start(clients, true);
  }

  /**
   * Completes when so many more batches are acknowledged and at least {@value #IN_FLIGHT_WANTED}
   * calls are in flight.
   */
  CompletableFuture<Void> after(int batches) {
    moment = new Moment(acknowledged.get() + batches);
    return moment.reached;
  }

  /** Calls that were sent and are not answered. */
  int inFlight() {
    return inFlight.get();
  }

  /** Calls that failed with UNAVAILABLE so far. */
  int faults() {
    return faults.get();
  }

  private CompletableFuture<Void> start(List<Client> clients, boolean patient) {
    CompletableFuture<?>[] callers = new CompletableFuture<?>[CALLERS];
    for (int i = 0; i < CALLERS; i++) {
      Caller caller = new Caller(clients, i, patient);
      callers[i] = caller.ended;
      caller.next();
    }
    return CompletableFuture.allOf(callers);
  }

  private void take(Batch batch, List<Verdict> verdicts) {
    boolean taken =
        verdicts.size() == batch.ids().size() && verdicts.stream().allMatch(LoadClient::isTaken);
    if (!taken) {
      throw new IllegalStateException("not taken: " + batch.ids() + " " + verdicts);
    }
    acks.add(batch.ids());
    acknowledged.incrementAndGet();
  }

  private static boolean isTaken(Verdict verdict) {
    return verdict.getStatus() == VerdictStatus.VERDICT_STATUS_RECORDED
        || verdict.getStatus() == VerdictStatus.VERDICT_STATUS_ALREADY_RECORDED;
  }

  /** One who waits for each answer. */
  private final class Caller {
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final List<Client> clients;
    private final boolean patient;
    private int turn;

    Caller(List<Client> clients, int turn, boolean patient) {
      this.clients = clients;
      this.turn = turn;
      this.patient = patient;
    }

    void next() {
      Batch batch = open.poll();
      if (batch == null) {
        ended.complete(null);
        return;
      }
      inFlight.incrementAndGet();
      moment.look();
      var unused =
          batch
              .call()
              .send(clients.get(turn % clients.size()))
              .whenComplete((verdicts, fault) -> answered(batch, verdicts, fault));
    }

    private void answered(Batch batch, List<Verdict> verdicts, Throwable fault) {
      inFlight.decrementAndGet();
      try {
        if (fault == null) {
          take(batch, verdicts);
          next();
        } else {
          open.add(batch);
          failed(fault);
        }
      } catch (RuntimeException broken) {
        ended.completeExceptionally(broken);
      }
    }

    private void failed(Throwable fault) {
      if (Status.fromThrowable(fault).getCode() != Status.Code.UNAVAILABLE) {
        ended.completeExceptionally(fault);
        return;
      }
      faults.incrementAndGet();
      if (patient) {
        turn++;
        CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
            .execute(this::next);
      } else {
        ended.complete(null);
      }
    }
  }

  /** A number of acknowledged batches that somebody waits for. */
  private final class Moment {
    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final int batches;

    Moment(int batches) {
      this.batches = batches;
    }

    void look() {
      if (acknowledged.get() >= batches && inFlight.get() >= IN_FLIGHT_WANTED) {
        reached.complete(null);
      }
    }
  }
}
