package dev.tributary.runtime.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The items of one call after parsing: those that are well formed, and where the refused ones
 * stood, so that results[i] answers items[i].
 *
 * @param <T> a parsed item
 */
public final class ParsedBatch<T> {
  private final List<T> accepted = new ArrayList<>();

  /** One element per item of the call: why it was refused, or null. */
  private final List<@Nullable Rejected> refusals = new ArrayList<>();

  private ParsedBatch() {}

  /** Parses item by item; a refused one does not affect the others. */
  public static <P, T> ParsedBatch<T> of(List<P> items, Parser<P, T> parser) {
    var batch = new ParsedBatch<T>();
    for (P item : items) {
      batch.add(item, parser);
    }
    return batch;
  }

  /** The well-formed items in their order. */
  public List<T> accepted() {
    return List.copyOf(accepted);
  }

  /**
   * Answers for all items.
   *
   * @param answers one for each accepted item, in the same order
   * @param refused the answer of an item that was refused
   */
  public <R> List<R> results(List<R> answers, Function<Rejected, R> refused) {
    if (answers.size() != accepted.size()) {
      throw new IllegalArgumentException(
          "answers: " + answers.size() + " (expected: " + accepted.size() + ")");
    }
    var results = new ArrayList<R>(refusals.size());
    int next = 0;
    for (Rejected refusal : refusals) {
      results.add(refusal == null ? answers.get(next++) : refused.apply(refusal));
    }
    return results;
  }

  private <P> void add(P item, Parser<P, T> parser) {
    try {
      accepted.add(parser.parse(item));
      refusals.add(null);
    } catch (Rejected refusal) {
      refusals.add(refusal);
    }
  }

  /**
   * Turns a message into a record that keeps the rules.
   *
   * @param <P> the message
   * @param <T> the record
   */
  @FunctionalInterface
  public interface Parser<P, T> {
    /** The record, or why the item is refused. */
    T parse(P item) throws Rejected;
  }
}
