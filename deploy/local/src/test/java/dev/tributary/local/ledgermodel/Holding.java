package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.HoldKey;
import dev.tributary.attribution.v1.HoldResolution;
import dev.tributary.attribution.v1.HoldRule;
import dev.tributary.attribution.v1.HoldState;
import dev.tributary.attribution.v1.OrderHold;
import dev.tributary.attribution.v1.OrderHoldState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The holds of one order, as the contract tells them but for the sentences of rules. */
final class Holding {
  private static final Set<HoldRule> OF_RULES =
      EnumSet.of(HoldRule.HOLD_RULE_SELF_REFERRAL, HoldRule.HOLD_RULE_IMPOSSIBLE_TIME);

  /** What rules say, whatever their words. */
  private static final Fact.Said A_RULE = new Fact.Said("", "", "");

  private List<OrderHold> holds = List.of();

  List<OrderHold> all() {
    return holds;
  }

  OrderHoldState state() {
    if (holds.stream().anyMatch(hold -> hold.getState() == HoldState.HOLD_STATE_REJECTED)) {
      return OrderHoldState.ORDER_HOLD_STATE_REJECTED;
    }
    return holds.stream().anyMatch(Holding::isHeld)
        ? OrderHoldState.ORDER_HOLD_STATE_HELD
        : OrderHoldState.ORDER_HOLD_STATE_UNSPECIFIED;
  }

  boolean isRejected() {
    return state() == OrderHoldState.ORDER_HOLD_STATE_REJECTED;
  }

  /**
   * The rules look at the order: what they hold without reason is free, and what they find is held
   * unless it is already, or a person has let it pass. A rejected order stays as it is.
   */
  void judge(Conversion order, List<Finding> findings, Instant now) {
    if (isRejected()) {
      return;
    }
    end(
        hold ->
            isHeld(hold)
                && OF_RULES.contains(hold.getRule())
                && findings.stream().noneMatch(finding -> finding.isReasonOf(hold)),
        HoldState.HOLD_STATE_RELEASED,
        A_RULE,
        now);
    for (Finding finding : findings) {
      boolean settled =
          holds.stream()
              .filter(finding::isReasonOf)
              .anyMatch(hold -> isHeld(hold) || !hold.getResolveActor().isEmpty());
      if (!settled) {
        add(order, finding, A_RULE, now);
      }
    }
  }

  /** A person wants the order held: once by a rule and by a command, and not when rejected. */
  void place(Conversion order, Finding finding, Fact.Said said, Instant now) {
    boolean isThere =
        holds.stream()
            .filter(hold -> hold.getRule() == finding.rule())
            .anyMatch(hold -> isHeld(hold) || hold.getBatchId().equals(said.batchId()));
    if (!isThere && !isRejected()) {
      add(order, finding, said, now);
    }
  }

  /** A person decided about some holds: a release is about these, the others about all. */
  void resolve(Fact.HoldsResolved command, Set<Integer> numbers) {
    Predicate<OrderHold> meant =
        hold ->
            (numbers.contains(0) || numbers.contains(hold.getKey().getHoldNo()))
                && command.rule().map(hold.getRule()::equals).orElse(true);
    HoldResolution resolution = command.resolution();
    HoldState from =
        resolution == HoldResolution.HOLD_RESOLUTION_RESTORE
            ? HoldState.HOLD_STATE_REJECTED
            : HoldState.HOLD_STATE_HELD;
    Predicate<OrderHold> open = hold -> hold.getState() == from;
    boolean isReleasing = resolution == HoldResolution.HOLD_RESOLUTION_RELEASE;
    if (holds.stream().anyMatch(meant.and(open))) {
      end(
          isReleasing ? meant.and(open) : open,
          resolution == HoldResolution.HOLD_RESOLUTION_REJECT
              ? HoldState.HOLD_STATE_REJECTED
              : HoldState.HOLD_STATE_RELEASED,
          command.said(),
          command.at());
    }
  }

  /** How many are not as they were. */
  long changedSince(List<OrderHold> before) {
    return holds.stream().filter(hold -> !before.contains(hold)).count();
  }

  private void add(Conversion order, Finding finding, Fact.Said said, Instant now) {
    List<OrderHold> more = new ArrayList<>(holds);
    more.add(
        OrderHold.newBuilder()
            .setKey(
                HoldKey.newBuilder()
                    .setStorefrontId(order.getStorefrontId())
                    .setType(order.getType())
                    .setOrderId(order.getOrderId())
                    .setHoldNo(holds.size() + 1))
            .setRule(finding.rule())
            .setRuleVersion(2)
            .setState(HoldState.HOLD_STATE_HELD)
            .setEvidence(finding.evidence())
            .setConversionTime(order.getConversionTime())
            .setCreateTime(Moments.of(now))
            .setActor(said.actor())
            .setReason(said.reason())
            .setBatchId(said.batchId())
            .build());
    holds = List.copyOf(more);
  }

  private void end(Predicate<OrderHold> which, HoldState state, Fact.Said said, Instant now) {
    holds =
        holds.stream()
            .map(
                hold ->
                    which.test(hold)
                        ? hold.toBuilder()
                            .setState(state)
                            .setResolveTime(Moments.of(now))
                            .setResolveActor(said.actor())
                            .setResolveReason(said.reason())
                            .setResolveBatchId(said.batchId())
                            .build()
                        : hold)
            .toList();
  }

  private static boolean isHeld(OrderHold hold) {
    return hold.getState() == HoldState.HOLD_STATE_HELD;
  }

  /** A hold of the service without what rules say in words. */
  static OrderHold withoutWords(OrderHold hold) {
    OrderHold.Builder plain = hold.toBuilder();
    plain.getEvidenceBuilder().clearSummary();
    return hold.getResolveActor().isEmpty() ? plain.clearResolveReason().build() : plain.build();
  }
}
