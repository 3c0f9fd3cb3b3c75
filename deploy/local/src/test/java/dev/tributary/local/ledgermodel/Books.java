package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.PostingKind;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundKind;
import dev.tributary.attribution.v1.RefundState;
import dev.tributary.attribution.v1.RevisionReason;
import dev.tributary.attribution.v1.TaxMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One order and everything that was told of it so far, from the first fact to the last. */
final class Books {
  private final OrderKey key;
  private final boolean allChannels;

  /** Refunds and amendments in the order received, whether they fit or not. */
  final List<Fact> changes = new ArrayList<>();

  /** Those that came before the order and do not fit it. */
  final List<Fact> unfit = new ArrayList<>();

  /** Reversals of chargebacks that have not come. */
  private final List<Refund> waiting = new ArrayList<>();

  final List<Claim> claims = new ArrayList<>();
  final List<Amendment> amendments = new ArrayList<>();
  final List<Posted> postings = new ArrayList<>();
  final Map<String, Decided.Share> accounts = new HashMap<>();
  Optional<Fact.Ordered> ordered = Optional.empty();
  Parts parts = new Parts(Map.of());
  PaymentState payment = PaymentState.PAYMENT_STATE_PAID;
  Instant paymentTime = Instant.EPOCH;
  List<Codes.Typed> codes = List.of();
  Decided decided = new Decided(List.of(), null, List.of());
  RevisionReason reason = RevisionReason.REVISION_REASON_RECORDED;
  int revision;

  /** Whether nobody decides about it any more. */
  private boolean settled;

  private Books(OrderKey key, boolean allChannels) {
    this.key = key;
    this.allChannels = allChannels;
  }

  /** What the facts come to for an order, whether it has arrived or not. */
  static Books of(OrderKey key, boolean allChannels, List<Fact> facts) {
    Books books = new Books(key, allChannels);
    for (int i = 0; i < facts.size(); i++) {
      books.take(facts.get(i), facts.subList(0, i + 1));
    }
    return books;
  }

  private void take(Fact fact, List<Fact> known) {
    if (fact instanceof Fact.Erased erased) {
      settled |= erased.orders().contains(key);
    } else if (fact instanceof Fact.Locked locked) {
      settled |= locked.orders().contains(key);
    } else if ((fact instanceof Fact.Touched || fact instanceof Fact.Identified)
        && ordered.isPresent()
        && !settled) {
      Decided again = Judge.decide(codes, Path.of(ordered.get(), known), allChannels);
      if (!again.creditsAs(decided)) {
        decided = again;
        step(RevisionReason.REVISION_REASON_REATTRIBUTED);
        post(PostingKind.POSTING_KIND_REATTRIBUTION, "", Instant.EPOCH);
      }
    } else if (fact instanceof Fact.Ordered order && order.key().equals(key)) {
      arrive(order, known);
    } else if (fact instanceof Fact.Paid news && news.key().equals(key)) {
      pay(news);
    } else if (fact instanceof Fact.Refunded refund && refund.key().equals(key)) {
      changes.add(refund);
      if (ordered.isPresent()) {
        apply(refund);
      }
    } else if (fact instanceof Fact.Amended amended && amended.key().equals(key)) {
      changes.add(amended);
      if (ordered.isPresent()) {
        apply(amended);
      }
    }
  }

  private void arrive(Fact.Ordered fact, List<Fact> known) {
    Conversion order = fact.order();
    ordered = Optional.of(fact);
    parts = Parts.of(order.getComponents());
    payment = stateOf(order);
    paymentTime = paymentTime(order);
    codes = Codes.of(order, known);
    decided = Judge.decide(codes, Path.of(fact, known), allChannels);
    step(RevisionReason.REVISION_REASON_RECORDED);
    post(PostingKind.POSTING_KIND_CREDIT, "", time());
    for (Fact change : List.copyOf(changes)) {
      if (misfit(change).isPresent()) {
        unfit.add(change);
      } else {
        apply(change);
      }
    }
  }

  /** A state that is not told means PAID. */
  static PaymentState stateOf(Conversion order) {
    return order.getPaymentState() == PaymentState.PAYMENT_STATE_UNSPECIFIED
        ? PaymentState.PAYMENT_STATE_PAID
        : order.getPaymentState();
  }

  /** When it was reached: without a time, at that of the order. */
  static Instant paymentTime(Conversion order) {
    return Moments.of(
        order.hasPaymentStateTime() ? order.getPaymentStateTime() : order.getConversionTime());
  }

  /** The newest counts; of the same time the further one. */
  private void pay(Fact.Paid news) {
    int compared = news.time().compareTo(paymentTime);
    if (compared < 0 || (compared == 0 && news.state().getNumber() <= payment.getNumber())) {
      return;
    }
    paymentTime = news.time();
    if (news.state() != payment) {
      payment = news.state();
      step(RevisionReason.REVISION_REASON_PAYMENT_CHANGED);
      post(PostingKind.POSTING_KIND_PAYMENT, "", news.time());
    }
  }

  private void apply(Fact change) {
    if (change instanceof Fact.Amended amended) {
      Amendment amendment = amended.amendment();
      parts = parts.plus(Parts.of(amendment.getChanges()));
      amendments.add(amendment);
      step(RevisionReason.REVISION_REASON_AMENDED);
      post(
          PostingKind.POSTING_KIND_AMENDMENT,
          amendment.getAmendmentId(),
          Moments.of(amendment.getAmendmentTime()));
    } else if (change instanceof Fact.Refunded refunded) {
      refund(refunded.refund());
    }
  }

  /** A reversal that comes before its chargeback waits, and is applied right after it. */
  private void refund(Refund refund) {
    if (isReversal(refund) && claimOf(refund.getReversedRefundId()).isEmpty()) {
      waiting.add(refund);
      return;
    }
    claims.replaceAll(
        claim ->
            claim.refund().getRefundId().equals(refund.getReversedRefundId())
                ? new Claim(claim.refund(), claim.wantedMinor(), true)
                : claim);
    claims.add(new Claim(refund, Parts.of(refund.getComponents()).base(taxMode()), false));
    step(RevisionReason.REVISION_REASON_REFUNDED);
    post(PostingKind.POSTING_KIND_REFUND, "", Moments.of(refund.getRefundTime()));
    if (refund.getKind() == RefundKind.REFUND_KIND_CHARGEBACK) {
      List<Refund> due =
          waiting.stream()
              .filter(reversal -> reversal.getReversedRefundId().equals(refund.getRefundId()))
              .toList();
      waiting.removeAll(due);
      due.forEach(this::refund);
    }
  }

  private Optional<Claim> claimOf(String refundId) {
    return claims.stream()
        .filter(claim -> claim.refund().getRefundId().equals(refundId))
        .findFirst();
  }

  private static boolean isReversal(Refund refund) {
    return refund.getKind() == RefundKind.REFUND_KIND_CHARGEBACK_REVERSAL;
  }

  /** What it names must be a chargeback, if it is there, and no other reversal may name it. */
  private boolean canBeReversed(String refundId) {
    return claimOf(refundId)
        .map(
            claim ->
                claim.refund().getKind() == RefundKind.REFUND_KIND_CHARGEBACK && !claim.reversed())
        .orElse(waiting.stream().noneMatch(other -> other.getReversedRefundId().equals(refundId)));
  }

  /** Why a change does not fit the order as it stands: reason and field. */
  Optional<String> misfit(Fact change) {
    Conversion order = ordered.orElseThrow().order();
    if (change instanceof Fact.Amended amended) {
      if (!amended.amendment().getCurrencyCode().equals(order.getCurrencyCode())) {
        return Optional.of("CURRENCY_MISMATCH currency_code");
      }
      Parts after = parts.plus(Parts.of(amended.amendment().getChanges()));
      for (Map.Entry<String, Long> part : after.minor().entrySet()) {
        if (part.getValue() < 0 || part.getValue() > Parts.MAX) {
          return Optional.of("OUT_OF_RANGE changes." + part.getKey());
        }
      }
      return after.base(taxMode()) < 0 ? Optional.of("OUT_OF_RANGE changes") : Optional.empty();
    }
    Refund refund = ((Fact.Refunded) change).refund();
    if (!refund.getCurrencyCode().equals(order.getCurrencyCode())) {
      return Optional.of("CURRENCY_MISMATCH currency_code");
    }
    if (isReversal(refund)) {
      return canBeReversed(refund.getReversedRefundId())
          ? Optional.empty()
          : Optional.of("OUT_OF_RANGE reversed_refund_id");
    }
    return Parts.of(refund.getComponents()).base(taxMode()) < 0
        ? Optional.of("OUT_OF_RANGE components")
        : Optional.empty();
  }

  Balance balance() {
    return new Balance(decided.shares(), baseMinor(), isVoided(), claims);
  }

  long baseMinor() {
    return parts.base(taxMode());
  }

  boolean isVoided() {
    return payment == PaymentState.PAYMENT_STATE_VOIDED;
  }

  RefundState stateOf(Refund refund, Balance balance) {
    Optional<Claim> claim = claimOf(refund.getRefundId());
    if (claim.isEmpty()) {
      return RefundState.REFUND_STATE_HELD;
    }
    if (claim.get().reversed()) {
      return RefundState.REFUND_STATE_REVERSED;
    }
    return balance.excess.get(refund.getRefundId()) > 0
        ? RefundState.REFUND_STATE_HELD_EXCESS
        : RefundState.REFUND_STATE_APPLIED;
  }

  TaxMode taxMode() {
    return ordered.orElseThrow().order().getTaxMode();
  }

  private Instant time() {
    return Moments.of(ordered.orElseThrow().order().getConversionTime());
  }

  private void step(RevisionReason why) {
    revision++;
    reason = why;
  }

  /** Posts what each cell should hold and does not. */
  private void post(PostingKind kind, String amendmentId, Instant time) {
    decided.shares().forEach(share -> accounts.put(share.account(), share));
    Map<Cell, Cell.Amount> due = new LinkedHashMap<>(balance().cells);
    for (Posted posted : postings) {
      due.merge(posted.cell(), new Cell.Amount(0, 0).minus(posted.amount()), Cell.Amount::plus);
    }
    due.forEach(
        (cell, amount) -> {
          if (!amount.isNothing()) {
            postings.add(
                new Posted(
                    revision,
                    kind,
                    cell,
                    amendmentId,
                    kind == PostingKind.POSTING_KIND_REATTRIBUTION ? timeOf(cell) : time,
                    amount));
          }
        });
  }

  /** When what stands in a cell happened. */
  private Instant timeOf(Cell cell) {
    return claims.stream()
        .map(Claim::refund)
        .filter(refund -> refund.getRefundId().equals(cell.refundId()))
        .map(refund -> Moments.of(refund.getRefundTime()))
        .findFirst()
        .orElseGet(this::time);
  }
}
