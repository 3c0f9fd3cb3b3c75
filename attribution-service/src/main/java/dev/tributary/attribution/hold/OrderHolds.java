package dev.tributary.attribution.hold;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.OrderHoldState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All holds that an order ever had. Immutable: each step answers the holds after it, and the same
 * step again changes nothing.
 *
 * @param key the order
 * @param conversionTime when it was made
 * @param holds in their order; numbered from 1 without gaps
 */
record OrderHolds(ConversionKey key, Instant conversionTime, List<Hold> holds) {
  /** Keeps its own copy. */
  OrderHolds {
    holds = List.copyOf(holds);
  }

  /** What they come to. */
  OrderHoldState state() {
    if (holds.stream().anyMatch(hold -> hold.state() == HoldState.REJECTED)) {
      return OrderHoldState.REJECTED;
    }
    return holds.stream().anyMatch(Hold::isHeld) ? OrderHoldState.HELD : OrderHoldState.NONE;
  }

  /**
   * With a hold that a person places. It changes nothing where the rule already holds the order,
   * where a hold was rejected, and where the same command has placed one before.
   */
  OrderHolds placed(Finding finding, int ruleVersion, HoldCommand command, Instant now) {
    boolean isThere =
        holds.stream()
            .filter(hold -> hold.rule() == finding.rule())
            .anyMatch(hold -> hold.isHeld() || isOf(hold, command));
    return isThere || state() == OrderHoldState.REJECTED
        ? this
        : and(finding, ruleVersion, command, now);
  }

  /** With some of those that are held released. */
  OrderHolds released(Predicate<Hold> which, HoldCommand command, Instant now) {
    return resolved(which.and(Hold::isHeld), HoldState.RELEASED, command, now);
  }

  /** With all that are held rejected, if any of some is held. */
  OrderHolds rejected(Predicate<Hold> which, HoldCommand command, Instant now) {
    return holds.stream().anyMatch(which.and(Hold::isHeld))
        ? resolved(Hold::isHeld, HoldState.REJECTED, command, now)
        : this;
  }

  /** With all that were rejected released, if any of some was. */
  OrderHolds restored(Predicate<Hold> which, HoldCommand command, Instant now) {
    Predicate<Hold> isRejected = hold -> hold.state() == HoldState.REJECTED;
    return holds.stream().anyMatch(which.and(isRejected))
        ? resolved(isRejected, HoldState.RELEASED, command, now)
        : this;
  }

  /**
   * After the rules looked at the order: holds of theirs without reason are released, reasons
   * without hold get one. What a person released for a reason stays released for that reason, and
   * of a rejected order nothing changes.
   *
   * @param findings all that is found now
   */
  OrderHolds judged(List<Finding> findings, int ruleVersion, Instant now) {
    if (state() == OrderHoldState.REJECTED) {
      return this;
    }
    OrderHolds judged =
        released(
            hold ->
                hold.rule().isAutomatic()
                    && findings.stream().noneMatch(finding -> finding.isReasonOf(hold)),
            HoldCommand.ofRule("What the rule saw is not so any more."),
            now);
    for (Finding finding : findings) {
      boolean isSettled =
          judged.holds.stream()
              .filter(finding::isReasonOf)
              .anyMatch(hold -> hold.isHeld() || hold.isReleasedByPerson());
      if (!isSettled) {
        judged = judged.and(finding, ruleVersion, HoldCommand.ofRule(""), now);
      }
    }
    return judged;
  }

  /** The holds that are not the same in an earlier state. */
  List<Hold> changedSince(OrderHolds before) {
    return holds.stream().filter(hold -> !before.holds.contains(hold)).toList();
  }

  private OrderHolds resolved(
      Predicate<Hold> which, HoldState state, HoldCommand command, Instant now) {
    return new OrderHolds(
        key,
        conversionTime,
        holds.stream()
            .map(hold -> which.test(hold) ? hold.resolved(state, command, now) : hold)
            .toList());
  }

  private OrderHolds and(Finding finding, int ruleVersion, HoldCommand command, Instant now) {
    List<Hold> all = new ArrayList<>(holds);
    all.add(
        new Hold(
            key,
            holds.size() + 1,
            finding.rule(),
            ruleVersion,
            HoldState.HELD,
            finding.evidence(),
            conversionTime,
            new Hold.Event(now, command),
            Optional.empty()));
    return new OrderHolds(key, conversionTime, all);
  }

  private static boolean isOf(Hold hold, HoldCommand command) {
    return !command.batchId().isEmpty()
        && hold.placed().command().batchId().equals(command.batchId());
  }
}
