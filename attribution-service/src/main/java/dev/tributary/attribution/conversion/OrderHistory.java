package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Decision;
import dev.tributary.attribution.credit.Policy;
import dev.tributary.attribution.credit.RefundOutcome;
import dev.tributary.runtime.api.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that came for one order, in whatever order it came. Changes that came before the
 * conversion are held, and applied one after the other when it arrives: the books are then the same
 * as if they had come after it.
 *
 * @param key the order
 * @param changes refunds and amendments in received order, those that do not fit included
 * @param conversion the conversion, once it has arrived
 */
public record OrderHistory(
    ConversionKey key, List<Received<Change>> changes, Optional<RecordedConversion> conversion) {
  /** Keeps its own copy. */
  public OrderHistory {
    changes = List.copyOf(changes);
  }

  /** Nothing came yet. */
  static OrderHistory nothing(ConversionKey key) {
    return new OrderHistory(key, List.of(), Optional.empty());
  }

  /** The change that is about the same as this one, if it came before. */
  Optional<Change> known(Change change) {
    return changes.stream().map(Received::content).filter(change::isSameAs).findFirst();
  }

  /**
   * Why a change cannot happen to the conversion; empty when it can, or when it has to wait for the
   * conversion.
   */
  Optional<Rejected> misfit(Change change) {
    return conversion.flatMap(recorded -> change.misfit(recorded.standing()));
  }

  /** After a change that fits, or has to wait. */
  OrderHistory changed(Change change, Instant now) {
    List<Received<Change>> all = new ArrayList<>(changes);
    all.add(new Received<>(change, all.size() + 1, now));
    return new OrderHistory(key, all, conversion.map(recorded -> recorded.changed(change, now)));
  }

  /** After the conversion, with all that was held for it. */
  OrderHistory recorded(Conversion sent, Decision decision, Policy policy, Instant now) {
    RecordedConversion recorded = RecordedConversion.decided(sent, decision, policy, now);
    for (Received<Change> held : changes) {
      Change change = held.content();
      Optional<Rejected> misfit = change.misfit(recorded.standing());
      recorded =
          misfit.isPresent()
              ? recorded.noted(Notes.doesNotFit(change, misfit.get()))
              : recorded.changed(change, now);
    }
    return with(recorded);
  }

  /** After news of the payment of a conversion that has arrived. */
  OrderHistory paid(Payment news, Instant now) {
    return new OrderHistory(key, changes, conversion.map(recorded -> recorded.paid(news, now)));
  }

  /** After the credit of a conversion that has arrived was decided anew. */
  OrderHistory reattributed(Decision decision, Instant now) {
    return new OrderHistory(
        key, changes, conversion.map(recorded -> recorded.reattributed(decision, now)));
  }

  /** After a hold was rejected, so that nobody is credited. */
  OrderHistory rejected(Instant now) {
    return new OrderHistory(key, changes, conversion.map(recorded -> recorded.rejected(now)));
  }

  /** After a rejection was taken back and the credit decided anew. */
  OrderHistory restored(Decision decision, Instant now) {
    return new OrderHistory(
        key, changes, conversion.map(recorded -> recorded.restored(decision, now)));
  }

  /** With a later state of the conversion. */
  OrderHistory with(RecordedConversion recorded) {
    return new OrderHistory(key, changes, Optional.of(recorded));
  }

  /** Whether nobody is credited because a hold was rejected. */
  boolean isRejected() {
    return conversion
        .filter(recorded -> recorded.holdState() == OrderHoldState.REJECTED)
        .isPresent();
  }

  /** Whether a change takes effect. */
  public boolean isApplied(Change change) {
    return conversion.isPresent()
        && conversion.get().standing().applied().stream().anyMatch(change::isSameAs);
  }

  /** What a refund took back; nothing while it is held. */
  public RefundOutcome outcome(Refund refund) {
    return conversion
        .map(recorded -> recorded.ledger().balance().outcomes().get(refund.id()))
        .orElse(new RefundOutcome(0, 0));
  }

  /** What became of a refund. */
  public RefundState state(Refund refund) {
    if (!isApplied(refund)) {
      return RefundState.HELD;
    }
    if (conversion.isPresent() && conversion.get().standing().isReversed(refund.id())) {
      return RefundState.REVERSED;
    }
    return outcome(refund).excessMinor() > 0 ? RefundState.HELD_EXCESS : RefundState.APPLIED;
  }
}
