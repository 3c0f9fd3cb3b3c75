package dev.tributary.runtime.api;

import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;

/** The answers that an item of a batch can get. */
public final class Verdicts {
  private static final Verdict RECORDED = of(VerdictStatus.VERDICT_STATUS_RECORDED);
  private static final Verdict ALREADY_RECORDED = of(VerdictStatus.VERDICT_STATUS_ALREADY_RECORDED);
  private static final Verdict UPDATED = of(VerdictStatus.VERDICT_STATUS_UPDATED);

  private Verdicts() {}

  /** New, and on disk. */
  public static Verdict recorded() {
    return RECORDED;
  }

  /** Known with the same content; nothing changed. */
  public static Verdict alreadyRecorded() {
    return ALREADY_RECORDED;
  }

  /** A catalogue item that now has the new content, on disk. */
  public static Verdict updated() {
    return UPDATED;
  }

  /** Refused; nothing of the item was stored. */
  public static Verdict rejected(Rejected rejected) {
    return Verdict.newBuilder()
        .setStatus(VerdictStatus.VERDICT_STATUS_REJECTED)
        .setRejection(rejected.toRejection())
        .build();
  }

  private static Verdict of(VerdictStatus status) {
    return Verdict.newBuilder().setStatus(status).build();
  }
}
