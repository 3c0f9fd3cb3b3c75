package dev.tributary.local.demo;

import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import java.util.List;
import java.util.function.Function;

/** Sends items in batches and keeps count of what was acknowledged. */
interface Batches {
  /**
   * Sends all items; returns when all are acknowledged.
   *
   * @param label what the items are
   * @param call sends one batch
   * @throws IllegalStateException if an item is refused
   */
  <T> void send(String label, List<T> items, Function<List<T>, Answer> call);

  /** What was sent so far. */
  Sent sent();

  /**
   * The answer to a batch.
   *
   * @param verdicts one per item
   * @param position where the writes stand in the feed; empty when they do not
   */
  record Answer(List<Verdict> verdicts, String position) {
    void requireTaken(String label) {
      for (Verdict verdict : verdicts) {
        if (verdict.getStatus() == VerdictStatus.VERDICT_STATUS_REJECTED) {
          throw new IllegalStateException(
              label + ": an item was refused: " + verdict.getRejection());
        }
      }
    }

    /** Items that the service knew before this call. */
    long alreadyRecorded() {
      return verdicts.stream()
          .filter(verdict -> verdict.getStatus() == VerdictStatus.VERDICT_STATUS_ALREADY_RECORDED)
          .count();
    }
  }
}
