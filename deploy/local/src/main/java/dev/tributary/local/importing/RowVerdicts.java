package dev.tributary.local.importing;

import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of rows whose parts went to several calls. */
final class RowVerdicts {
  private final Map<Long, Verdict> byLine = new LinkedHashMap<>();

  /** A verdict on one more part of a row. */
  void add(long line, Verdict verdict) {
    byLine.merge(line, verdict, RowVerdicts::moreTelling);
  }

  /** Whether a part of the row was refused. */
  boolean refused(long line) {
    Verdict verdict = byLine.get(line);
    return verdict != null && verdict.getStatus() == VerdictStatus.VERDICT_STATUS_REJECTED;
  }

  List<RowSink.Outcome> outcomes() {
    return byLine.entrySet().stream()
        .map(entry -> new RowSink.Outcome(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** A row is refused when one part is, and ALREADY_RECORDED only when all are. */
  private static Verdict moreTelling(Verdict before, Verdict next) {
    if (before.getStatus() == VerdictStatus.VERDICT_STATUS_REJECTED) {
      return before;
    }
    boolean nextTellsMore =
        next.getStatus() == VerdictStatus.VERDICT_STATUS_REJECTED
            || before.getStatus() == VerdictStatus.VERDICT_STATUS_ALREADY_RECORDED;
    return nextTellsMore ? next : before;
  }
}
