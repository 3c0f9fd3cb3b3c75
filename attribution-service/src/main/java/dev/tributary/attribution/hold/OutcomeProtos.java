package dev.tributary.attribution.hold;

import com.google.protobuf.InvalidProtocolBufferException;

/** What commands did, in the contract and as stored. */
final class OutcomeProtos {
  private OutcomeProtos() {}

  /** The message of an outcome. */
  static dev.tributary.attribution.v1.HoldOutcome toProto(HoldOutcome outcome) {
    var proto =
        dev.tributary.attribution.v1.HoldOutcome.newBuilder()
            .setOrderCount(outcome.orders())
            .setHoldCount(outcome.holds());
    for (HeldCredit credit : outcome.credits()) {
      proto.addCredits(
          dev.tributary.attribution.v1.HeldCredit.newBuilder()
              .setCreatorId(credit.creatorId())
              .setCurrencyCode(credit.currency())
              .setOrderCount(credit.orders())
              .setNetMinor(credit.netMinor()));
    }
    return proto.build();
  }

  /** The outcome of stored bytes. */
  static HoldOutcome stored(byte[] bytes) {
    try {
      var proto = dev.tributary.attribution.v1.HoldOutcome.parseFrom(bytes);
      return new HoldOutcome(
          proto.getOrderCount(),
          proto.getHoldCount(),
          proto.getCreditsList().stream()
              .map(
                  credit ->
                      new HeldCredit(
                          credit.getCreatorId(),
                          credit.getCurrencyCode(),
                          credit.getOrderCount(),
                          credit.getNetMinor()))
              .toList());
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalStateException("stored outcome of a command cannot be read", broken);
    }
  }
}
