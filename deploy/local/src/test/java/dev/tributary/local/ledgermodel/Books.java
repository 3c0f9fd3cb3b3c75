package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.OrderHoldState;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.PostingKind;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundState;
import dev.tributary.attribution.v1.RevisionReason;
import dev.tributary.attribution.v1.TaxMode;
import dev.tributary.attribution.v1.TouchScope;
import dev.tributary.attribution.v1.UnattributedReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One order and everything that was told of it so far, from the first fact to the last. */
final class Books {
  private final OrderKey key;

  /** How many facts it knows. */
  private int read;

  /** Which facts made a revision, and whether the order stood then. */
  private final List<Mark> marks = new ArrayList<>();

  /** Refunds and amendments in the order received, whether they fit or not. */
  final List<Fact> changes = new ArrayList<>();

  /** Those that came before the order and do not fit it. */
  final List<Fact> unfit = new ArrayList<>();

  final Ledger ledger = new Ledger();
  final Holding holding = new Holding();
  Optional<Fact.Ordered> ordered = Optional.empty();
  Standing standing = new Standing(Conversion.getDefaultInstance());
  PaymentState payment = PaymentState.PAYMENT_STATE_PAID;
  List<Codes.Typed> codes = List.of();
  Decided decided = new Decided(List.of(), null, List.of());
  RevisionReason reason = RevisionReason.REVISION_REASON_RECORDED;
  int revision;
  private Instant paymentTime = Instant.EPOCH;
  private boolean allChannels;

  /** Whether nobody decides about it any more, unless a rejection is taken back. */
  private boolean settled;

  Books(OrderKey key) {
    this.key = key;
  }

  /** What the facts come to for an order, whether it has arrived or not. */
  static Books of(OrderKey key, List<Fact> facts) {
    return new Books(key).read(facts);
  }

  /** Goes on to the end of the facts, of which it knows the first ones. */
  Books read(List<Fact> facts) {
    while (read < facts.size()) {
      Fact fact = facts.get(read);
      read++;
      int before = revision;
      List<Fact> known = facts.subList(0, read);
      take(fact, known);
      if (revision > before) {
        marks.add(new Mark(read - 1, !isVoided() && !standing.isCancelled()));
      }
      boolean isLookedAt =
          revision > before
              || (fact instanceof Fact.HoldsReplayed again && again.orders().contains(key))
              || (fact instanceof Fact.Identified link
                  && ordered.filter(mine -> Identities.concern(link, mine, known)).isPresent());
      if (isLookedAt && !order().getTest()) {
        holding.judge(order(), HoldRules.findings(this, known), fact.at());
      }
    }
    return this;
  }

  private void take(Fact fact, List<Fact> known) {
    if (fact instanceof Fact.Erased erased) {
      settled |= erased.orders().contains(key);
    } else if (fact instanceof Fact.Locked locked) {
      settled |= locked.orders().contains(key);
    } else if (fact instanceof Fact.Touched || fact instanceof Fact.Identified) {
      look(known);
    } else if (fact instanceof Fact.Ordered order && order.key().equals(key)) {
      arrive(order, known);
    } else if (fact instanceof Fact.Paid news && news.key().equals(key)) {
      pay(news);
    } else if (fact instanceof Fact.Refunded refund && refund.key().equals(key)) {
      change(refund);
    } else if (fact instanceof Fact.Amended amended && amended.key().equals(key)) {
      change(amended);
    } else if (fact instanceof Fact.HoldsPlaced placed && placed.orders().contains(key)) {
      holding.place(order(), placed.reason(), placed.said(), placed.at());
      placed.resolution().ifPresent(command -> resolve(command, known));
    } else if (fact instanceof Fact.HoldsResolved command && command.numbers().containsKey(key)) {
      resolve(command, known);
    }
  }

  /** Looks whether somebody else is to be credited by what is known now. */
  private void look(List<Fact> known) {
    if (ordered.isEmpty() || settled || holding.isRejected()) {
      return;
    }
    Decided again = decide(known);
    if (!again.creditsAs(decided)) {
      decided = again;
      step(RevisionReason.REVISION_REASON_REATTRIBUTED);
      post(PostingKind.POSTING_KIND_REATTRIBUTION, "", Instant.EPOCH);
    }
  }

  private Decided decide(List<Fact> known) {
    return Judge.decide(codes, Path.of(ordered.orElseThrow(), known), allChannels);
  }

  private void arrive(Fact.Ordered fact, List<Fact> known) {
    Conversion order = fact.order();
    ordered = Optional.of(fact);
    standing = new Standing(order);
    payment = Payments.stateOf(order);
    paymentTime = Payments.timeOf(order);
    codes = Codes.of(order, known);
    allChannels =
        Shops.at(known, order.getStorefrontId()).getTouchScope()
            == TouchScope.TOUCH_SCOPE_ALL_CHANNELS;
    decided = decide(known);
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

  private void change(Fact change) {
    changes.add(change);
    if (ordered.isPresent()) {
      apply(change);
    }
  }

  private void apply(Fact change) {
    if (change instanceof Fact.Amended amended) {
      Amendment amendment = amended.amendment();
      standing.amend(amendment);
      step(RevisionReason.REVISION_REASON_AMENDED);
      post(
          PostingKind.POSTING_KIND_AMENDMENT,
          amendment.getAmendmentId(),
          Moments.of(amendment.getAmendmentTime()));
    } else if (change instanceof Fact.Refunded refunded) {
      refund(refunded.refund());
    }
  }

  /** What waited for a refund is applied right after it. */
  private void refund(Refund refund) {
    if (!standing.waits(refund)) {
      List<Refund> due = standing.take(refund);
      step(RevisionReason.REVISION_REASON_REFUNDED);
      post(PostingKind.POSTING_KIND_REFUND, "", Moments.of(refund.getRefundTime()));
      due.forEach(this::refund);
    }
  }

  /** A rejection leaves nobody; taking it back decides by what is known now. */
  private void resolve(Fact.HoldsResolved command, List<Fact> known) {
    boolean wasRejected = holding.isRejected();
    holding.resolve(command, command.numbers().getOrDefault(key, Set.of()));
    if (holding.isRejected() && !wasRejected) {
      decided =
          new Decided(
              List.of(Decided.Share.NOBODY),
              UnattributedReason.UNATTRIBUTED_REASON_HELD_REJECTED,
              decided.fates());
      step(RevisionReason.REVISION_REASON_HOLD_REJECTED);
      post(PostingKind.POSTING_KIND_HOLD, "", Instant.EPOCH);
    } else if (wasRejected && !holding.isRejected()) {
      decided = decide(known);
      step(RevisionReason.REVISION_REASON_HOLD_RESTORED);
      post(PostingKind.POSTING_KIND_HOLD, "", Instant.EPOCH);
    }
  }

  /** Whether a fact, by its number, made a revision. */
  boolean isRevisedBy(int fact) {
    return marks.stream().anyMatch(mark -> mark.fact() == fact);
  }

  /** Whether it is a purchase that used its codes right after a fact, by its number. */
  boolean usesCodesAt(int fact) {
    boolean stands = false;
    for (Mark mark : marks) {
      if (mark.fact() <= fact) {
        stands = mark.stands();
      }
    }
    return stands
        && !order().getTest()
        && order().getType() == ConversionType.CONVERSION_TYPE_PURCHASE;
  }

  /** Why a change does not fit the order as it stands: reason and field. */
  Optional<String> misfit(Fact change) {
    return standing.misfit(change);
  }

  Balance balance() {
    return new Balance(decided.shares(), baseMinor(), isVoided(), standing.claims);
  }

  long baseMinor() {
    return standing.baseMinor();
  }

  boolean isVoided() {
    return payment == PaymentState.PAYMENT_STATE_VOIDED;
  }

  boolean isHeld() {
    return holding.state() == OrderHoldState.ORDER_HOLD_STATE_HELD;
  }

  RefundState stateOf(Refund refund, Balance balance) {
    return standing.stateOf(refund, balance);
  }

  TaxMode taxMode() {
    return standing.taxMode();
  }

  Conversion order() {
    return ordered.orElseThrow().order();
  }

  Instant time() {
    return Moments.of(order().getConversionTime());
  }

  private void step(RevisionReason why) {
    revision++;
    reason = why;
  }

  private void post(PostingKind kind, String amendmentId, Instant time) {
    ledger.post(
        new Ledger.Cause(kind, revision, amendmentId),
        decided.shares(),
        balance(),
        time,
        this::timeOf);
  }

  /** When what stands in a cell happened. */
  private Instant timeOf(Cell cell) {
    return standing.claims.stream()
        .map(Claim::refund)
        .filter(refund -> refund.getRefundId().equals(cell.refundId()))
        .map(refund -> Moments.of(refund.getRefundTime()))
        .findFirst()
        .orElseGet(this::time);
  }

  /**
   * A revision.
   *
   * @param fact number of the fact that made it
   * @param stands whether the order was neither voided nor cancelled
   */
  private record Mark(int fact, boolean stands) {}
}
