package dev.tributary.attribution.promocode;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.group.GroupConfig;
import dev.tributary.runtime.group.GroupWriter;
import dev.tributary.runtime.log.FeedLog;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Holds uses of codes for orders and takes them back. Those of one hot code are written in groups.
 * When it answers, what it did is on disk. Thread-safe.
 */
public final class Reservations implements AutoCloseable {
  private final GroupWriter<ReservationCommand, ReservationOutcome> writer;

  private Reservations(GroupWriter<ReservationCommand, ReservationOutcome> writer) {
    this.writer = writer;
  }

  /**
   * Reservations at work; see {@link GroupWriter#start}.
   *
   * @param feed whose heads are the locks of the codes; nothing is written to it
   * @param orders knows which orders are recorded
   */
  public static Reservations start(
      GroupConfig config, Database database, FeedLog feed, RecordedOrders orders) {
    return new Reservations(
        GroupWriter.start(
            "reservations", config, database, feed, new ReservationWork(orders), () -> {}));
  }

  /** See {@link GroupWriter#measuredBy}. */
  public Reservations measuredBy(Meter meter) {
    return new Reservations(writer.measuredBy(meter));
  }

  /**
   * Queues what is asked for; never blocks. See {@link GroupWriter#submit}.
   *
   * @param bytes size of the request
   */
  CompletableFuture<ReservationOutcome> submit(ReservationCommand command, int bytes) {
    return writer
        .submit(command.workspace(), List.of(command), bytes)
        .thenApply(answer -> answer.results().get(0));
  }

  @Override
  public void close() {
    writer.close();
  }
}
