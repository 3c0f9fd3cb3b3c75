package dev.tributary.attribution.hold;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.ConversionKeyProtos;
import dev.tributary.attribution.conversion.OrderHoldProtos;
import dev.tributary.attribution.conversion.OrderHoldState;
import dev.tributary.attribution.v1.HoldKey;
import dev.tributary.attribution.v1.OrderHold;
import dev.tributary.attribution.v1.OrderHoldFact;
import dev.tributary.attribution.v1.ReplayHoldsResponse;
import dev.tributary.runtime.api.ProtoTimes;

/** Holds in the contract. */
final class HoldProtos {
  static final String RULE_PREFIX = "HOLD_RULE_";
  static final String STATE_PREFIX = "HOLD_STATE_";

  private HoldProtos() {}

  /** A change of a hold as the feed tells it. */
  static OrderHoldFact fact(Hold hold, OrderHoldState state) {
    return OrderHoldFact.newBuilder()
        .setHold(toProto(hold))
        .setOrderHoldState(OrderHoldProtos.toProto(state))
        .build();
  }

  /** A hold as lists show it. */
  static OrderHold toProto(ListedHold listed) {
    return toProto(listed.hold()).toBuilder()
        .setCurrencyCode(listed.currency())
        .setNetMinor(listed.netMinor())
        .build();
  }

  /** The message of what a replay found. */
  static ReplayHoldsResponse toProto(HoldReplay.Replayed replayed, String position) {
    ReplayHoldsResponse.Builder proto =
        ReplayHoldsResponse.newBuilder()
            .setRuleVersion(replayed.ruleVersion())
            .setOrderCount(replayed.orders())
            .setDifferenceCount(replayed.differences())
            .setPosition(position);
    for (HoldDifference difference : replayed.listed()) {
      Hold hold = difference.hold();
      proto.addDifferences(
          dev.tributary.attribution.v1.HoldDifference.newBuilder()
              .setKey(key(hold.key(), hold.isHeld() ? 0 : hold.holdNo()))
              .setRule(toProto(hold.rule()))
              .setState(toProto(hold.state()))
              .setMessage(difference.message()));
    }
    return proto.build();
  }

  private static OrderHold toProto(Hold hold) {
    OrderHold.Builder proto =
        OrderHold.newBuilder()
            .setKey(key(hold.key(), hold.holdNo()))
            .setRule(toProto(hold.rule()))
            .setRuleVersion(hold.ruleVersion())
            .setState(toProto(hold.state()))
            .setEvidence(EvidenceProtos.toProto(hold.evidence()))
            .setConversionTime(ProtoTimes.toProto(hold.conversionTime()))
            .setCreateTime(ProtoTimes.toProto(hold.placed().time()))
            .setActor(hold.placed().command().actor())
            .setReason(hold.placed().command().reason())
            .setBatchId(hold.placed().command().batchId());
    hold.resolved()
        .ifPresent(
            event ->
                proto
                    .setResolveTime(ProtoTimes.toProto(event.time()))
                    .setResolveActor(event.command().actor())
                    .setResolveReason(event.command().reason())
                    .setResolveBatchId(event.command().batchId()));
    return proto.build();
  }

  private static HoldKey key(ConversionKey key, int holdNo) {
    return HoldKey.newBuilder()
        .setStorefrontId(key.storefrontId())
        .setType(ConversionKeyProtos.toProto(key.type()))
        .setCustomType(key.type().customName())
        .setOrderId(key.orderId())
        .setHoldNo(holdNo)
        .build();
  }

  private static dev.tributary.attribution.v1.HoldRule toProto(HoldRule rule) {
    return dev.tributary.attribution.v1.HoldRule.valueOf(RULE_PREFIX + rule.name());
  }

  private static dev.tributary.attribution.v1.HoldState toProto(HoldState state) {
    return dev.tributary.attribution.v1.HoldState.valueOf(STATE_PREFIX + state.name());
  }
}
