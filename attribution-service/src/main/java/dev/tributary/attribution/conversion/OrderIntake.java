package dev.tributary.attribution.conversion;

import dev.tributary.runtime.api.ParsedBatch;
import dev.tributary.runtime.group.GroupAnswer;
import dev.tributary.runtime.group.GroupWriter;
import dev.tributary.runtime.log.FeedLog;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Takes in what is sent for orders; when it answers, it is on disk and in the feed. */
public final class OrderIntake implements AutoCloseable {
  private final GroupWriter<OrderEvent, OrderAnswer> writer;
  private final FeedLog feed;

  /** Takes in through a writer of {@link OrderWork}. */
  public OrderIntake(GroupWriter<OrderEvent, OrderAnswer> writer, FeedLog feed) {
    this.writer = writer;
    this.feed = feed;
  }

  /**
   * Queues a batch; never blocks. See {@link GroupWriter#submit}.
   *
   * @param bytes size of the request
   */
  CompletableFuture<GroupAnswer<OrderAnswer>> record(
      String workspace, ParsedBatch<? extends OrderEvent> batch, int bytes) {
    return writer.submit(workspace, List.copyOf(batch.accepted()), bytes);
  }

  /** Where the conversions of orders stand, as the API answers it; empty when there is none. */
  String position(List<OrderAnswer> answers) {
    var newest = new TreeMap<Integer, Long>();
    for (OrderAnswer answer : answers) {
      answer
          .order()
          .conversion()
          .ifPresent(recorded -> newest.merge(answer.shard(), recorded.sequence(), Math::max));
    }
    return newest.isEmpty() ? "" : feed.position(newest).encode();
  }

  @Override
  public void close() {
    writer.close();
  }
}
