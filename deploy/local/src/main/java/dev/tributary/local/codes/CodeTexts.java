package dev.tributary.local.codes;

import dev.tributary.attribution.v1.CodeCreditPolicy;
import dev.tributary.attribution.v1.CodeDiscount;
import dev.tributary.attribution.v1.CodeLimits;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.local.command.Amounts;
import dev.tributary.local.command.Names;
import dev.tributary.runtime.api.ProtoTimes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a code is and may do, in words. */
final class CodeTexts {
  private CodeTexts() {}

  /** Whether it is valid at a moment, and if not, why. */
  static String state(PromoCode code, Instant now) {
    if (code.getDisabled()) {
      return "disabled";
    }
    if (code.hasStartTime() && now.isBefore(ProtoTimes.toInstant(code.getStartTime()))) {
      return "not started";
    }
    boolean ended = code.hasEndTime() && !now.isBefore(ProtoTimes.toInstant(code.getEndTime()));
    return ended ? "ended" : "valid";
  }

  /** When it is valid. */
  static String validity(PromoCode code) {
    List<String> parts = new ArrayList<>();
    if (code.hasStartTime()) {
      parts.add("from " + ProtoTimes.toInstant(code.getStartTime()));
    }
    if (code.hasEndTime()) {
      parts.add("until " + ProtoTimes.toInstant(code.getEndTime()));
    }
    return parts.isEmpty() ? "always" : String.join(" ", parts);
  }

  /** How often and for which orders it may be used. */
  static String limits(PromoCode code) {
    CodeLimits limits = code.getLimits();
    List<String> parts = new ArrayList<>();
    if (limits.hasMaxUses()) {
      parts.add(String.format(Locale.ROOT, "%,d uses", limits.getMaxUses()));
    }
    if (limits.hasMaxUsesPerCustomer()) {
      parts.add(String.format(Locale.ROOT, "%,d per customer", limits.getMaxUsesPerCustomer()));
    }
    if (limits.hasBudget()) {
      parts.add("budget " + Amounts.text(limits.getBudget()));
    }
    if (limits.getFirstOrderOnly()) {
      parts.add("first order");
    }
    limits.getMinimumAmountsList().forEach(least -> parts.add("from " + Amounts.text(least)));
    return parts.isEmpty() ? "none" : String.join(", ", parts);
  }

  /** What it takes off; empty when not told. */
  static String discount(PromoCode code) {
    CodeDiscount discount = code.getDiscount();
    return switch (discount.getKindCase()) {
      case BASIS_POINTS -> percent(discount.getBasisPoints());
      case FIXED ->
          discount.getFixed().getAmountsList().stream()
              .map(Amounts::text)
              .collect(Collectors.joining(", "));
      case KIND_NOT_SET -> "";
    };
  }

  /** How it ranks against links. */
  static String policy(PromoCode code) {
    String name = Names.plain("CODE_CREDIT_POLICY_", code.getCreditPolicy().name());
    return code.getCreditPolicy() == CodeCreditPolicy.CODE_CREDIT_POLICY_SPLIT
        ? name + " " + percent(code.getSplitBasisPoints())
        : name;
  }

  private static String percent(int basisPoints) {
    return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + " %";
  }
}
