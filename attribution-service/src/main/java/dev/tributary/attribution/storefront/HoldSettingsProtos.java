package dev.tributary.attribution.storefront;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import java.time.Duration;

/** Settings of the rules of holds in the contract, as stored, and in our records. */
final class HoldSettingsProtos {
  private static final int MIN_SECONDS_MAX = 3_600;

  private HoldSettingsProtos() {}

  /** The settings of a message. */
  static HoldSettings parse(String field, dev.tributary.attribution.v1.HoldSettings proto)
      throws Rejected {
    long unused =
        Fields.inRange(
            field + ".min_seconds_to_conversion",
            proto.getMinSecondsToConversion(),
            0,
            MIN_SECONDS_MAX);
    return known(proto);
  }

  /** The settings of stored bytes. */
  static HoldSettings stored(byte[] bytes) {
    try {
      return known(dev.tributary.attribution.v1.HoldSettings.parseFrom(bytes));
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalStateException("stored settings of holds cannot be read", broken);
    }
  }

  /** The message of settings, nothing left to a default. */
  static dev.tributary.attribution.v1.HoldSettings toProto(HoldSettings settings) {
    return dev.tributary.attribution.v1.HoldSettings.newBuilder()
        .setSelfPurchasesAllowed(settings.selfPurchasesAllowed())
        .setImpossibleTimeOff(settings.impossibleTimeOff())
        .setMinSecondsToConversion(Math.toIntExact(settings.minTimeToConversion().toSeconds()))
        .build();
  }

  private static HoldSettings known(dev.tributary.attribution.v1.HoldSettings proto) {
    return new HoldSettings(
        proto.getSelfPurchasesAllowed(),
        proto.getImpossibleTimeOff(),
        proto.hasMinSecondsToConversion()
            ? Duration.ofSeconds(proto.getMinSecondsToConversion())
            : HoldSettings.DEFAULTS.minTimeToConversion());
  }
}
