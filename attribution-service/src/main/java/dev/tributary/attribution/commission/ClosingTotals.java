package dev.tributary.attribution.commission;

import dev.tributary.attribution.v1.CommissionTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a lock takes and what it leaves, added up by currency. Not thread-safe. */
final class ClosingTotals {
  private final SortedMap<String, Sums> byCurrency = new TreeMap<>();

  /**
   * Starts with what earlier locks have.
   *
   * @param statedNet credit after refunds in all statements so far, by currency
   */
  ClosingTotals(Map<String, Long> statedNet) {
    statedNet.forEach((currency, net) -> of(currency).ledgerNet += net);
  }

  /** Adds a collaboration. */
  void add(SortedMap<String, List<Line>> open, List<StatementDraft> drafts) {
    open.forEach(
        (currency, lines) -> {
          Sums sums = of(currency);
          for (Line line : lines) {
            sums.ledgerNet += line.earnedMinor() - line.refundedMinor();
            sums.pending += line.state() == LineState.PENDING ? line.amountMinor() : 0;
            sums.held += line.state() == LineState.HELD ? line.amountMinor() : 0;
          }
        });
    drafts.forEach(draft -> of(draft.currency()).totals.add(draft.totals()));
  }

  /** The messages, by currency. */
  List<CommissionTotals> toProto() {
    List<CommissionTotals> protos = new ArrayList<>();
    byCurrency.forEach(
        (currency, sums) ->
            protos.add(
                StatementProtos.toProto(currency, sums.totals.size(), Totals.sum(sums.totals), 0)
                    .toBuilder()
                    .setPendingMinor(sums.pending)
                    .setHeldMinor(sums.held)
                    .setLedgerNetMinor(sums.ledgerNet)
                    .build()));
    return protos;
  }

  private Sums of(String currency) {
    return Objects.requireNonNull(byCurrency.computeIfAbsent(currency, absent -> new Sums()));
  }

  private static final class Sums {
    private final List<Totals> totals = new ArrayList<>();
    private long ledgerNet;
    private long pending;
    private long held;
  }
}
