package dev.tributary.attribution.conversion;

import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.type.v1.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Records refunds and amendments. Those that come before their conversion wait for it. */
public final class ChangeRecorder {
  private final OrderWriter writer;

  /** Records through the writer. */
  public ChangeRecorder(OrderWriter writer) {
    this.writer = writer;
  }

  /**
   * Records what is new and fits, answers the rest as before.
   *
   * @return one verdict for each change in their order
   */
  OrderWriter.Written<List<Verdict>> record(String workspace, List<? extends Change> changes) {
    if (changes.isEmpty()) {
      return writer.nothing(List.of());
    }
    return writer.write(
        workspace,
        changes.stream().map(Change::key).collect(Collectors.toSet()),
        batch -> {
          List<Verdict> verdicts = new ArrayList<>();
          changes.forEach(change -> verdicts.add(take(batch, change)));
          return verdicts;
        });
  }

  private static Verdict take(OrderBatch batch, Change change) {
    OrderHistory history = batch.of(change.key());
    Optional<Change> known = history.known(change);
    if (known.isPresent()) {
      return change
          .content()
          .firstDifference(known.get().content())
          .map(field -> Conflicts.verdict(field, batch.wasReceived(change)))
          .orElse(Verdicts.alreadyRecorded());
    }
    Optional<Rejected> misfit = history.misfit(change);
    if (misfit.isPresent()) {
      return Verdicts.rejected(misfit.get());
    }
    batch.put(history.changed(change, batch.now()));
    return Verdicts.recorded();
  }
}
