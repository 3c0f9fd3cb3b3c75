package dev.tributary.attribution.conversion;

import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.runtime.group.Queued;
import dev.tributary.type.v1.Verdict;
import java.util.Optional;

/**
 * Takes refunds and amendments in: records what is new and fits, answers the rest as before. Those
 * that come before their conversion wait for it.
 */
final class ChangeJudge {
  private ChangeJudge() {}

  /** Takes the next change of a batch. */
  static Verdict verdict(OrderBatch batch, Queued<OrderEvent> event, Change change) {
    OrderHistory history = batch.of(change.key());
    Optional<Change> known = history.known(change);
    if (known.isPresent()) {
      return change
          .content()
          .firstDifference(known.get().content())
          .map(field -> batch.contradiction(event, known.get(), field))
          .orElse(Verdicts.alreadyRecorded());
    }
    Optional<Rejected> misfit = history.misfit(change);
    if (misfit.isPresent()) {
      return Verdicts.rejected(misfit.get());
    }
    batch.put(event, change, history.changed(change, batch.now()));
    return Verdicts.recorded();
  }
}
