package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Cause;
import dev.tributary.attribution.credit.CreditKey;
import dev.tributary.attribution.credit.CreditLedger;
import dev.tributary.attribution.credit.Decision;
import dev.tributary.attribution.credit.Policy;
import dev.tributary.attribution.credit.PostingKind;
import dev.tributary.attribution.credit.Share;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A conversion that was recorded and decided on. Immutable: each step answers the conversion after
 * it, and keeps the revisions that were made on the way for whoever writes them down.
 *
 * @param standing what it was and what it is now
 * @param payment how far the payment has come
 * @param ledger who has what
 * @param revision the newest revision
 * @param made revisions that are not on disk yet, oldest first
 * @param notes what is odd about it
 * @param receiveTime when it was recorded
 * @param sequence place of its newest entry in the feed of its shard; 0 before the first
 * @param holdState what its holds come to
 */
public record RecordedConversion(
    Standing standing,
    Payment payment,
    CreditLedger ledger,
    Revision revision,
    List<Revision> made,
    List<Note> notes,
    Instant receiveTime,
    long sequence,
    OrderHoldState holdState) {
  /** Keeps its own copies. */
  public RecordedConversion {
    made = List.copyOf(made);
    notes = List.copyOf(notes);
  }

  /** A conversion right after its first decision. */
  static RecordedConversion decided(
      Conversion conversion, Decision decision, Policy policy, Instant now) {
    Standing standing = Standing.of(conversion, policy.base());
    Revision first = Revision.first(decision, policy, now);
    CreditLedger ledger =
        CreditLedger.open(
            decision.shares(),
            standing.baseMinor(),
            conversion.payment().isVoided(),
            new Cause(PostingKind.CREDIT, first.revision(), "", conversion.time()));
    return new RecordedConversion(
        standing,
        conversion.payment(),
        ledger,
        first,
        List.of(first),
        Notes.of(conversion),
        now,
        0,
        OrderHoldState.NONE);
  }

  /** As recorded. */
  public Conversion conversion() {
    return standing.conversion();
  }

  /** Whether there is something that the feed does not know. */
  boolean isRevised() {
    return !made.isEmpty();
  }

  /** After a change that fits, and then what waited for it, each with a revision of its own. */
  RecordedConversion changed(Change change, Instant now) {
    RecordedConversion changed = changedBy(change, now);
    for (Optional<Refund> next = changed.standing.due();
        next.isPresent();
        next = changed.standing.due()) {
      changed = changed.changedBy(next.get(), now);
    }
    return changed;
  }

  /** After one change; one that has to wait makes no revision. */
  private RecordedConversion changedBy(Change change, Instant now) {
    Standing after = change.after(standing);
    if (after.applied().equals(standing.applied())) {
      return new RecordedConversion(
          after, payment, ledger, revision, made, notes, receiveTime, sequence, holdState);
    }
    String amendmentId = change instanceof Amendment ? change.id() : "";
    return moved(
        after,
        payment,
        revision.next(change.reason(), now),
        new Cause(change.postingKind(), revision.revision() + 1, amendmentId, change.time()));
  }

  /** After news of the payment; what is not newer than what is known changes nothing. */
  RecordedConversion paid(Payment news, Instant now) {
    if (news.compareTo(payment) <= 0) {
      return this;
    }
    if (news.state() == payment.state()) {
      return new RecordedConversion(
          standing, news, ledger, revision, made, notes, receiveTime, sequence, holdState);
    }
    return moved(
        standing,
        news,
        revision.next(RevisionReason.PAYMENT_CHANGED, now),
        new Cause(PostingKind.PAYMENT, revision.revision() + 1, "", news.time()));
  }

  /**
   * After it was decided anew who is credited. What was earned moves at the time of the conversion,
   * what refunds took back at the times of the refunds.
   */
  RecordedConversion reattributed(Decision decision, Instant now) {
    return redistributed(
        decision.shares(),
        revision.redecided(decision, RevisionReason.REATTRIBUTED, now),
        PostingKind.REATTRIBUTION,
        holdState);
  }

  /**
   * After a hold was rejected: nobody is credited, and the explanation of the decision stays.
   * Credit moves at the same times as when it is decided anew.
   */
  RecordedConversion rejected(Instant now) {
    return redistributed(
        List.of(new Share(CreditKey.UNATTRIBUTED, 1)),
        revision.rejected(now),
        PostingKind.HOLD,
        OrderHoldState.REJECTED);
  }

  /** After the rejection was taken back and it was decided anew who is credited. */
  RecordedConversion restored(Decision decision, Instant now) {
    return redistributed(
        decision.shares(),
        revision.redecided(decision, RevisionReason.HOLD_RESTORED, now),
        PostingKind.HOLD,
        OrderHoldState.NONE);
  }

  private RecordedConversion redistributed(
      List<Share> shares, Revision next, PostingKind kind, OrderHoldState newHoldState) {
    Cause cause = new Cause(kind, next.revision(), "", conversion().time(), standing.refundTimes());
    return new RecordedConversion(
        standing,
        payment,
        ledger.reattributed(shares, cause),
        next,
        madeAnd(next),
        notes,
        receiveTime,
        sequence,
        newHoldState);
  }

  /** With a note. */
  RecordedConversion noted(Note note) {
    List<Note> all = new ArrayList<>(notes);
    all.add(note);
    return new RecordedConversion(
        standing, payment, ledger, revision, made, all, receiveTime, sequence, holdState);
  }

  /** With its place in the feed. */
  RecordedConversion at(long sequence) {
    return new RecordedConversion(
        standing, payment, ledger, revision, made, notes, receiveTime, sequence, holdState);
  }

  private RecordedConversion moved(Standing standing, Payment payment, Revision next, Cause cause) {
    CreditLedger moved =
        ledger.restated(standing.baseMinor(), standing.claims(), payment.isVoided(), cause);
    return new RecordedConversion(
        standing, payment, moved, next, madeAnd(next), notes, receiveTime, sequence, holdState);
  }

  private List<Revision> madeAnd(Revision next) {
    List<Revision> all = new ArrayList<>(made);
    all.add(next);
    return all;
  }
}
