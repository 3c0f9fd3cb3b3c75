package dev.tributary.attribution.storefront;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.attribution.goal.GoalProtos;
import dev.tributary.attribution.storefront.CreditRules.RenewalCredit;
import dev.tributary.attribution.storefront.CreditRules.WindowKey;
import dev.tributary.attribution.touch.TouchProtos;
import dev.tributary.attribution.v1.LookbackWindow;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shop's own rules in the contract, and as they are stored: a message with nothing else. */
final class CreditRulesProtos {
  private CreditRulesProtos() {}

  /** The rules of a storefront to put. */
  static CreditRules parse(Storefront proto) throws Rejected {
    return new CreditRules(
        windows(proto),
        renewalCredit(proto.getRenewalCredit()),
        proto.hasStickyMonths()
            ? (int)
                Fields.inRange(
                    "sticky_months", proto.getStickyMonths(), 0, CreditRules.STICKY_MONTHS_MAX)
            : CreditRules.OFFICIAL.stickyMonths(),
        Fields.optionalTime(
            "history_complete_since",
            proto.hasHistoryCompleteSince(),
            proto.getHistoryCompleteSince()),
        proto.hasNewCustomerWindowDays()
            ? Duration.ofDays(
                Fields.inRange(
                    "new_customer_window_days",
                    proto.getNewCustomerWindowDays(),
                    1,
                    CreditRules.NEW_CUSTOMER_DAYS_MAX))
            : CreditRules.OFFICIAL.newCustomerWindow());
  }

  /** Adds rules to the message of their storefront. */
  static Storefront.Builder add(Storefront.Builder proto, CreditRules rules) {
    Comparator<WindowKey> order =
        Comparator.comparing(WindowKey::touchType).thenComparing(WindowKey::goal);
    rules.windows().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(order))
        .forEach(
            window ->
                proto.addWindows(
                    LookbackWindow.newBuilder()
                        .setTouchType(TouchProtos.toProto(window.getKey().touchType()))
                        .setConversionType(GoalProtos.toProto(window.getKey().goal()))
                        .setSeconds(window.getValue().toSeconds())));
    rules.historyCompleteSince().map(ProtoTimes::toProto).ifPresent(proto::setHistoryCompleteSince);
    return proto
        .setRenewalCredit(
            dev.tributary.attribution.v1.RenewalCredit.valueOf(
                "RENEWAL_CREDIT_" + rules.renewalCredit().name()))
        .setStickyMonths(rules.stickyMonths())
        .setNewCustomerWindowDays((int) rules.newCustomerWindow().toDays());
  }

  /** The bytes to store; null for the official rules. */
  static byte @Nullable [] toBytes(CreditRules rules) {
    return rules.equals(CreditRules.OFFICIAL)
        ? null
        : add(Storefront.newBuilder(), rules).build().toByteArray();
  }

  /** The rules of stored bytes. */
  static CreditRules read(byte @Nullable [] bytes) {
    if (bytes == null) {
      return CreditRules.OFFICIAL;
    }
    try {
      return parse(Storefront.parseFrom(bytes));
    } catch (InvalidProtocolBufferException | Rejected broken) {
      throw new IllegalStateException("stored rules cannot be read", broken);
    }
  }

  private static Map<WindowKey, Duration> windows(Storefront proto) throws Rejected {
    if (proto.getWindowsCount() > CreditRules.WINDOWS_MAX) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_OUT_OF_RANGE,
          "windows",
          "%d (expected: at most %d)".formatted(proto.getWindowsCount(), CreditRules.WINDOWS_MAX));
    }
    Map<WindowKey, Duration> windows = new HashMap<>();
    for (int i = 0; i < proto.getWindowsCount(); i++) {
      String field = "windows[" + i + "].";
      LookbackWindow window = proto.getWindows(i);
      WindowKey key =
          new WindowKey(
              TouchProtos.type(field + "touch_type", window.getTouchType()),
              GoalProtos.goal(Fields.known(field + "conversion_type", window.getConversionType())));
      long seconds =
          Fields.inRange(
              field + "seconds", window.getSeconds(), 1, CreditRules.WINDOW_MAX.toSeconds());
      if (windows.put(key, Duration.ofSeconds(seconds)) != null) {
        throw new Rejected(
            ErrorReason.ERROR_REASON_FIELD_MALFORMED,
            field + "conversion_type",
            "%s for %s a second time (expected: each pair once)"
                .formatted(key.goal(), key.touchType()));
      }
    }
    return windows;
  }

  private static RenewalCredit renewalCredit(dev.tributary.attribution.v1.RenewalCredit proto)
      throws Rejected {
    return switch (proto) {
      case RENEWAL_CREDIT_UNSPECIFIED, RENEWAL_CREDIT_FIRST_PAYMENT -> RenewalCredit.FIRST_PAYMENT;
      case RENEWAL_CREDIT_LAST_TOUCH -> RenewalCredit.LAST_TOUCH;
      case UNRECOGNIZED ->
          throw new Rejected(
              ErrorReason.ERROR_REASON_FIELD_MALFORMED,
              "renewal_credit",
              "an unknown number (expected: absent, FIRST_PAYMENT or LAST_TOUCH)");
    };
  }
}
