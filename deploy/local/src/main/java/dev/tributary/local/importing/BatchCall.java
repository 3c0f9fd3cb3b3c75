package dev.tributary.local.importing;

import dev.tributary.type.v1.Verdict;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One of the API's batch calls: they differ in nothing but the names of their messages.
 *
 * @param <I> an item of the request
 * @param <R> the result of an item
 */
final class BatchCall<I, R> {
  private final Function<List<I>, Answer<R>> call;
  private final Function<R, Verdict> verdict;

  private BatchCall(Function<List<I>, Answer<R>> call, Function<R, Verdict> verdict) {
    this.call = call;
    this.verdict = verdict;
  }

  /**
   * A call.
   *
   * @param call makes the request and sends it
   * @param position where the writes stand in the feed
   * @param results one for each item, in the order of the items
   * @param verdict of one result
   */
  static <I, A, R> BatchCall<I, R> of(
      Function<List<I>, A> call,
      Function<A, String> position,
      Function<A, List<R>> results,
      Function<R, Verdict> verdict) {
    return new BatchCall<>(
        items -> {
          A answer = call.apply(items);
          return new Answer<>(position.apply(answer), results.apply(answer));
        },
        verdict);
  }

  /** The same call with another reading of its verdicts. */
  BatchCall<I, R> reading(UnaryOperator<Verdict> reading) {
    return new BatchCall<>(call, result -> reading.apply(verdict.apply(result)));
  }

  /** Sends 1-1,000 items. */
  Answer<R> send(List<I> items) {
    return call.apply(items);
  }

  Verdict verdict(R result) {
    return verdict.apply(result);
  }

  /**
   * The answer to a batch.
   *
   * @param position where the writes stand in the feed; empty when nothing was written to it
   * @param results one per item
   */
  record Answer<R>(String position, List<R> results) {}
}
