package dev.tributary.local.ledgermodel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What everybody should have: the base split by the shares, then each refund, in the order
 * received, split by what each has left.
 */
final class Balance {
  final List<Long> gross = new ArrayList<>();
  final List<Long> left;
  final List<Long> millionths;

  /** What each refund took, and what it wanted beyond that; by its id. */
  final Map<String, Long> applied = new LinkedHashMap<>();

  final Map<String, Long> excess = new LinkedHashMap<>();
  final Map<Cell, Cell.Amount> cells = new LinkedHashMap<>();
  boolean cancelled;

  Balance(List<Decided.Share> shares, long baseMinor, boolean voided, List<Claim> claims) {
    List<BigInteger> weights = shares.stream().map(Decided.Share::weight).toList();
    millionths = Money.split(1_000_000, weights);
    gross.addAll(Money.split(voided ? 0 : baseMinor, weights));
    left = new ArrayList<>(gross);
    for (int i = 0; i < shares.size(); i++) {
      put(shares.get(i), "", gross.get(i), voided ? 0 : millionths.get(i));
    }
    for (Claim claim : claims) {
      take(shares, claim, voided);
    }
  }

  long net() {
    return left.stream().mapToLong(Long::longValue).sum();
  }

  private void take(List<Decided.Share> shares, Claim claim, boolean voided) {
    long rest = net();
    long wanted = claim.isAll() ? rest : claim.reversed() ? 0 : claim.wantedMinor();
    long taken = Math.min(rest, wanted);
    boolean takesConversion = claim.isAll() && !cancelled && !voided;
    List<Long> parts =
        taken == 0
            ? left.stream().map(any -> 0L).toList()
            : Money.split(taken, left.stream().map(BigInteger::valueOf).toList());
    for (int i = 0; i < left.size(); i++) {
      left.set(i, left.get(i) - parts.get(i));
      put(
          shares.get(i),
          claim.refund().getRefundId(),
          -parts.get(i),
          takesConversion ? -millionths.get(i) : 0);
    }
    cancelled |= claim.isAll();
    applied.put(claim.refund().getRefundId(), taken);
    excess.put(claim.refund().getRefundId(), wanted - taken);
  }

  private void put(Decided.Share share, String refundId, long minor, long parts) {
    cells.merge(
        new Cell(share.account(), refundId), new Cell.Amount(minor, parts), Cell.Amount::plus);
  }
}
