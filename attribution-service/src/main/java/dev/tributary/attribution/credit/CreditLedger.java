package dev.tributary.attribution.credit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ledger of one conversion: what was decided, what happened to the money since, and every
 * posting so far. Postings are only ever added, each the difference between what a cell should hold
 * ({@link Balance}) and what was posted to it, so they add up to the net base amount after any
 * sequence of amendments, refunds and changes of payment. Immutable: each step answers the ledger
 * after it.
 *
 * @param shares who has which part, at least one, each key once
 * @param baseMinor the base after amendments, in minor units, zero or more
 * @param claims refunds in received order, each id once
 * @param voided whether the payment was never captured
 * @param postings every posting so far, oldest first
 */
public record CreditLedger(
    List<Share> shares,
    long baseMinor,
    List<RefundClaim> claims,
    boolean voided,
    List<Posting> postings) {

  /**
   * Keeps its own copies; refuses what cannot be a ledger with {@link IllegalArgumentException}.
   */
  public CreditLedger {
    shares = List.copyOf(shares);
    claims = List.copyOf(claims);
    postings = List.copyOf(postings);
    if (baseMinor < 0) {
      throw new IllegalArgumentException("base: " + baseMinor + " (expected: 0 or more)");
    }
    if (shares.stream().map(Share::key).distinct().count() != shares.size()) {
      throw new IllegalArgumentException("shares: " + shares + " (expected: each key once)");
    }
    if (claims.stream().map(RefundClaim::refundId).distinct().count() != claims.size()) {
      throw new IllegalArgumentException("refunds: " + claims + " (expected: each id once)");
    }
  }

  /**
   * The ledger of a new conversion, with its credits posted unless the payment is already voided.
   */
  public static CreditLedger open(List<Share> shares, long baseMinor, boolean voided, Cause cause) {
    return new CreditLedger(shares, baseMinor, List.of(), voided, List.of()).posted(cause);
  }

  /**
   * After something happened: with another base, more refunds, or another state of the payment.
   *
   * @param baseMinor the base after amendments, in minor units
   * @param claims all refunds in received order
   * @param voided whether the payment was never captured
   * @param cause what happened
   */
  public CreditLedger restated(
      long baseMinor, List<RefundClaim> claims, boolean voided, Cause cause) {
    return new CreditLedger(shares, baseMinor, claims, voided, postings).posted(cause);
  }

  /**
   * After it was decided anew who has which part: what earlier owners have too much goes back, what
   * the new ones lack is posted, refunds included.
   *
   * @param newShares who has which part from now on, at least one, each key once
   * @param cause what happened, with the time of every refund
   */
  public CreditLedger reattributed(List<Share> newShares, Cause cause) {
    return new CreditLedger(newShares, baseMinor, claims, voided, postings).posted(cause);
  }

  /** What everybody has. */
  public Balance balance() {
    return Balance.of(shares, baseMinor, claims, voided);
  }

  private CreditLedger posted(Cause cause) {
    Balance balance = balance();
    List<Posting> all = new ArrayList<>(postings);
    due(balance).forEach((cell, amount) -> all.add(posting(all.size() + 1, cell, amount, cause)));
    long sum = all.stream().mapToLong(Posting::amountMinor).sum();
    if (sum != balance.netMinor()) {
      throw new IllegalStateException(
          "postings add up to " + sum + " (expected: " + balance.netMinor() + ")");
    }
    return new CreditLedger(shares, baseMinor, claims, voided, all);
  }

  /** What is missing in each cell: the target, less what was posted. */
  private Map<Cell, Cell.Amount> due(Balance balance) {
    Map<Cell, Cell.Amount> due = new LinkedHashMap<>(balance.cells());
    for (Posting posting : postings) {
      Cell.Amount posted = new Cell.Amount(posting.amountMinor(), posting.conversionMillionths());
      due.merge(new Cell(posting.key(), posting.refundId()), posted.negate(), Cell.Amount::plus);
    }
    due.values().removeIf(Cell.Amount::isNothing);
    return due;
  }

  private static Posting posting(int postingNo, Cell cell, Cell.Amount amount, Cause cause) {
    return new Posting(
        postingNo,
        cause.revision(),
        cause.kind(),
        cell.key(),
        cell.refundId(),
        cause.amendmentId(),
        amount.minor(),
        amount.millionths(),
        cause.effectiveTimeOf(cell));
  }
}
