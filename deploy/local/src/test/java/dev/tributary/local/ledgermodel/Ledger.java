package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.PostingKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The postings of one order, to which only differences are added. */
final class Ledger {
  private static final Set<PostingKind> AT_OLD_TIMES =
      EnumSet.of(PostingKind.POSTING_KIND_REATTRIBUTION, PostingKind.POSTING_KIND_HOLD);

  final List<Posted> postings = new ArrayList<>();
  final Map<String, Decided.Share> accounts = new HashMap<>();

  /**
   * Posts what each cell should hold and does not.
   *
   * @param time of what happened; credit that only moves does so at the times of what it moves
   */
  void post(
      Cause cause,
      List<Decided.Share> shares,
      Balance balance,
      Instant time,
      Function<Cell, Instant> timeOf) {
    shares.forEach(share -> accounts.put(share.account(), share));
    Map<Cell, Cell.Amount> due = new LinkedHashMap<>(balance.cells);
    for (Posted posted : postings) {
      due.merge(posted.cell(), new Cell.Amount(0, 0).minus(posted.amount()), Cell.Amount::plus);
    }
    due.forEach(
        (cell, amount) -> {
          if (!amount.isNothing()) {
            postings.add(
                new Posted(
                    cause.revision(),
                    cause.kind(),
                    cell,
                    cause.amendmentId(),
                    AT_OLD_TIMES.contains(cause.kind()) ? timeOf.apply(cell) : time,
                    amount));
          }
        });
  }

  /** Whether anything was ever posted for somebody whom the test accepts. */
  boolean everOf(Predicate<Decided.Share> test) {
    return postings.stream().map(posted -> accounts.get(posted.cell().account())).anyMatch(test);
  }

  /** Why something is posted. */
  record Cause(PostingKind kind, int revision, String amendmentId) {}
}
