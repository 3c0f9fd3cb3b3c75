package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.CommissionState;
import dev.tributary.attribution.v1.CommissionTerms;
import dev.tributary.attribution.v1.FlatCommission;
import dev.tributary.attribution.v1.HoldingStart;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PaymentState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a collaboration has of one order by the postings of some time.
 *
 * @param gross credited before refunds, in minor units
 * @param refunds taken back
 * @param millionths of the conversion that are left
 * @param lastPosting when the newest posting counts
 */
record Sale(
    OrderKey key, Books books, long gross, long refunds, long millionths, Instant lastPosting) {

  /**
   * The sales of one order, by collaboration: of each that ever had credit.
   *
   * @param end postings that count from then on are left out
   */
  static Map<String, Sale> of(OrderKey key, Books books, Instant end) {
    Map<String, Sale> sales = new TreeMap<>();
    for (Posted posted : books.ledger.postings) {
      if (posted.time().isBefore(end)) {
        boolean earned = posted.cell().refundId().isEmpty();
        long minor = posted.amount().minor();
        Sale sale =
            new Sale(
                key,
                books,
                earned ? minor : 0,
                earned ? 0 : -minor,
                posted.amount().millionths(),
                posted.time());
        books
            .ledger
            .accounts
            .get(posted.cell().account())
            .owner()
            .map(Owner::getCollaborationId)
            .ifPresent(collaboration -> sales.merge(collaboration, sale, Sale::plus));
      }
    }
    return sales;
  }

  private Sale plus(Sale other) {
    return new Sale(
        key,
        books,
        gross + other.gross,
        refunds + other.refunds,
        millionths + other.millionths,
        lastPosting.isAfter(other.lastPosting) ? lastPosting : other.lastPosting);
  }

  long net() {
    return gross - refunds;
  }

  /** The order's, or that of the first flat amount for what has none; empty when neither has. */
  String currency(CommissionTerms terms) {
    String currency = books.order().getCurrencyCode();
    return currency.isEmpty()
        ? terms.getRate().getFlatsList().stream()
            .filter(flat -> flat.getType() == key.type())
            .map(FlatCommission::getAmount)
            .map(money -> money.getCurrencyCode())
            .findFirst()
            .orElse("")
        : currency;
  }

  /** Held comes first; of what was taken the rest follows whatever happens. */
  CommissionState state(CommissionTerms terms, boolean isTaken, Instant now) {
    if (books.isHeld()) {
      return CommissionState.COMMISSION_STATE_HELD;
    }
    if (isTaken) {
      return CommissionState.COMMISSION_STATE_APPROVED;
    }
    if (books.holding.isRejected()) {
      return CommissionState.COMMISSION_STATE_REJECTED;
    }
    Instant from =
        terms.getHoldingStart() == HoldingStart.HOLDING_START_LAST_POSTING
            ? lastPosting
            : books.time();
    boolean waits =
        books.payment == PaymentState.PAYMENT_STATE_PENDING
            || from.plus(Duration.ofDays(terms.getHoldingDays())).isAfter(now);
    return waits
        ? CommissionState.COMMISSION_STATE_PENDING
        : CommissionState.COMMISSION_STATE_APPROVED;
  }
}
