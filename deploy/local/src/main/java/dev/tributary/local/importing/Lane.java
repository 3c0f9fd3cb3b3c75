package dev.tributary.local.importing;

import com.google.common.collect.Lists;
import dev.tributary.local.client.WritePositions;
import dev.tributary.type.v1.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Items of one kind on their way to one call. Rows that become the same item, as those of one
 * campaign do, share it and its verdict.
 *
 * @param <I> an item
 * @param <R> the result of an item
 */
final class Lane<I, R> {
  private static final int ITEMS_MAX = 500;

  private final BatchCall<I, R> call;
  private final BiConsumer<I, R> taken;
  private final Map<I, List<Long>> linesByItem = new LinkedHashMap<>();

  /**
   * A lane that is empty.
   *
   * @param taken told of each item that was not refused
   */
  Lane(BatchCall<I, R> call, BiConsumer<I, R> taken) {
    this.call = call;
    this.taken = taken;
  }

  /** A lane of which nobody wants to know what passed. */
  static <I, R> Lane<I, R> quiet(BatchCall<I, R> call) {
    return new Lane<>(call, (item, result) -> {});
  }

  /** Keeps an item of the row that starts on a line. */
  void add(long line, I item) {
    linesByItem.computeIfAbsent(item, first -> new ArrayList<>(1)).add(line);
  }

  /** Sends the items kept, but for those of rows that were refused before; keeps none after. */
  void send(RowVerdicts verdicts, WritePositions positions) {
    List<I> items =
        linesByItem.entrySet().stream()
            .filter(entry -> entry.getValue().stream().anyMatch(line -> !verdicts.refused(line)))
            .map(Map.Entry::getKey)
            .toList();
    for (List<I> batch : Lists.partition(items, ITEMS_MAX)) {
      BatchCall.Answer<R> answer = call.send(batch);
      positions.keep(answer.position());
      for (int i = 0; i < batch.size(); i++) {
        judge(batch.get(i), answer.results().get(i), verdicts);
      }
    }
    clear();
  }

  void clear() {
    linesByItem.clear();
  }

  private void judge(I item, R result, RowVerdicts verdicts) {
    Verdict verdict = call.verdict(result);
    linesByItem.getOrDefault(item, List.of()).forEach(line -> verdicts.add(line, verdict));
    if (!verdict.hasRejection()) {
      taken.accept(item, result);
    }
  }
}
