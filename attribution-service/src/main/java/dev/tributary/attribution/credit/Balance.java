package dev.tributary.attribution.credit;

import dev.tributary.runtime.money.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What everybody should have: a pure function of the base, the shares, the refunds in received
 * order, and whether the payment was voided.
 *
 * <p>The base is split by the shares' weights. Each refund, in its order, is then split by what
 * each share has left. A quota of what is left is never larger than it, and amounts are whole, so
 * no credit falls below zero and a full refund leaves exactly nothing; splitting the net anew
 * instead could raise a share by a unit. Of a voided payment nothing is earned and nothing can be
 * taken back, so every refund of it is excess.
 */
public final class Balance {
  /** A whole conversion, in millionths. */
  public static final int WHOLE = 1_000_000;

  private final List<Share> shares;
  private final boolean voided;
  private final long[] gross;
  private final long[] left;
  private final long[] millionths;
  private final Map<String, RefundOutcome> outcomes = new LinkedHashMap<>();
  private final Map<Cell, Cell.Amount> cells = new LinkedHashMap<>();
  private boolean cancelled;

  private Balance(List<Share> shares, long baseMinor, boolean voided) {
    long[] weights = shares.stream().mapToLong(Share::weight).toArray();
    this.shares = shares;
    this.voided = voided;
    this.millionths = Split.byWeights(WHOLE, weights);
    this.gross = voided ? new long[shares.size()] : Split.byWeights(baseMinor, weights);
    this.left = gross.clone();
    for (int i = 0; i < gross.length; i++) {
      put(i, "", new Cell.Amount(gross[i], voided ? 0 : millionths[i]));
    }
  }

  static Balance of(List<Share> shares, long baseMinor, List<RefundClaim> claims, boolean voided) {
    Balance balance = new Balance(shares, baseMinor, voided);
    claims.forEach(balance::take);
    return balance;
  }

  /** What each share is worth, in the shares' order. */
  public List<Credit> credits() {
    List<Credit> credits = new ArrayList<>();
    for (int i = 0; i < gross.length; i++) {
      credits.add(
          new Credit(
              shares.get(i).key(), Math.toIntExact(millionths[i]), gross[i], gross[i] - left[i]));
    }
    return credits;
  }

  /** What became of each refund, by its id, in received order. */
  public Map<String, RefundOutcome> outcomes() {
    return Collections.unmodifiableMap(outcomes);
  }

  /** What is left of the base after all refunds, in minor units. */
  public long netMinor() {
    return Arrays.stream(left).sum();
  }

  /** Taken back by all refunds, in minor units. */
  public long refundedMinor() {
    return Arrays.stream(gross).sum() - netMinor();
  }

  /** Held by all refunds because it exceeds what was left, in minor units. */
  public long excessMinor() {
    return outcomes.values().stream().mapToLong(RefundOutcome::excessMinor).sum();
  }

  /** Whether the order was cancelled. */
  public boolean cancelled() {
    return cancelled;
  }

  /** Every cell; earned ones first, then by refund. */
  Map<Cell, Cell.Amount> cells() {
    return cells;
  }

  private void take(RefundClaim claim) {
    long available = netMinor();
    long wanted = claim.baseMinor().orElse(available);
    long applied = Math.min(wanted, available);
    boolean cancels = claim.isAll() && !cancelled && !voided;
    long[] taken = applied == 0 ? new long[left.length] : Split.byWeights(applied, left);
    for (int i = 0; i < left.length; i++) {
      left[i] -= taken[i];
      put(i, claim.refundId(), new Cell.Amount(-taken[i], cancels ? -millionths[i] : 0));
    }
    cancelled |= claim.isAll();
    outcomes.put(claim.refundId(), new RefundOutcome(applied, wanted - applied));
  }

  private void put(int share, String refundId, Cell.Amount amount) {
    cells.put(new Cell(shares.get(share).key(), refundId), amount);
  }
}
