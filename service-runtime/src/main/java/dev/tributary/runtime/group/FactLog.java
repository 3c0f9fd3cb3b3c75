package dev.tributary.runtime.group;

import dev.tributary.runtime.api.ParsedBatch;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.type.v1.Verdict;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Records one kind of facts, each once, in groups. Thread-safe.
 *
 * @param <F> the facts
 */
public final class FactLog<F extends Fact<F>> implements AutoCloseable {
  private final FeedLog feed;
  private final GroupWriter<F, Written> writer;

  private FactLog(FeedLog feed, GroupWriter<F, Written> writer) {
    this.feed = feed;
    this.writer = writer;
  }

  /**
   * A log that is ready for facts; see {@link GroupWriter#start}.
   *
   * @param name of the facts, in the plural
   */
  public static <F extends Fact<F>> FactLog<F> start(
      String name,
      GroupConfig config,
      Database database,
      FeedLog feed,
      FactStore<F> store,
      Runnable committed) {
    return new FactLog<>(
        feed, GroupWriter.start(name, config, database, feed, new FactWork<>(store), committed));
  }

  /** See {@link GroupWriter#measuredBy}. */
  public FactLog<F> measuredBy(Meter meter) {
    return new FactLog<>(feed, writer.measuredBy(meter));
  }

  /**
   * Queues a batch; never blocks. See {@link GroupWriter#submit}.
   *
   * @param bytes size of the request
   * @return what became of it, when it is on disk
   */
  public CompletableFuture<RecordedFacts> record(
      String workspace, ParsedBatch<F> batch, int bytes) {
    return writer
        .submit(workspace, batch.accepted(), bytes)
        .thenApply(answer -> recorded(batch, answer));
  }

  @Override
  public void close() {
    writer.close();
  }

  private RecordedFacts recorded(ParsedBatch<F> batch, GroupAnswer<Written> answer) {
    List<Verdict> verdicts = answer.results().stream().map(Written::verdict).toList();
    return new RecordedFacts(
        batch.results(verdicts, Verdicts::rejected),
        Written.position(feed, answer.results()),
        answer.load());
  }
}
