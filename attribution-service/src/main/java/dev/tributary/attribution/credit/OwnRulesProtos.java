package dev.tributary.attribution.credit;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.attribution.touch.TouchProtos;
import dev.tributary.attribution.touch.TouchType;
import dev.tributary.attribution.v1.AttributionPolicy;
import dev.tributary.attribution.v1.TouchWindow;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rules of single decisions, in the contract and as they are stored with a revision. */
public final class OwnRulesProtos {
  private OwnRulesProtos() {}

  /** The message of a policy with nothing but these rules. */
  static AttributionPolicy toProto(OwnRules rules) {
    var proto = AttributionPolicy.newBuilder();
    new TreeMap<>(rules.windows())
        .forEach(
            (type, window) ->
                proto.addWindows(
                    TouchWindow.newBuilder()
                        .setTouchType(TouchProtos.toProto(type))
                        .setSeconds(window.toSeconds())));
    rules.stickyMonths().ifPresent(proto::setStickyMonths);
    return proto.build();
  }

  /** The bytes to store; null when there are no such rules, as of most decisions. */
  public static byte @Nullable [] toBytes(OwnRules rules) {
    return rules.equals(OwnRules.NONE) ? null : toProto(rules).toByteArray();
  }

  /** The rules of stored bytes. */
  public static OwnRules read(byte @Nullable [] bytes) {
    if (bytes == null) {
      return OwnRules.NONE;
    }
    try {
      AttributionPolicy proto = AttributionPolicy.parseFrom(bytes);
      Map<TouchType, Duration> windows = new EnumMap<>(TouchType.class);
      proto
          .getWindowsList()
          .forEach(
              window ->
                  windows.put(
                      TouchType.valueOf(
                          window.getTouchType().name().substring("TOUCH_TYPE_".length())),
                      Duration.ofSeconds(window.getSeconds())));
      return new OwnRules(
          windows,
          proto.hasStickyMonths() ? OptionalInt.of(proto.getStickyMonths()) : OptionalInt.empty());
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalStateException("stored rules cannot be read", broken);
    }
  }
}
