package dev.tributary.local.codes;

import dev.tributary.attribution.v1.CodeDiscount;
import dev.tributary.attribution.v1.CodeLimits;
import dev.tributary.attribution.v1.FixedDiscount;
import dev.tributary.local.command.Amounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How often a code may be used, for which orders, and what it takes off. */
final class LimitOptions {
  @Option(names = "--max-uses", paramLabel = "N", description = "Uses in total.")
  private @Nullable Long maxUses;

  @Option(names = "--per-customer", paramLabel = "N", description = "Uses per customer.")
  private @Nullable Long perCustomer;

  @Option(
      names = "--budget",
      paramLabel = "AMOUNT",
      description = "Sum of the discounts given, such as '500.00 EUR'.")
  private @Nullable String budget;

  @Option(names = "--first-order", description = "Only a customer's first order.")
  private boolean firstOrder;

  @Option(
      names = "--minimum",
      paramLabel = "AMOUNT",
      description = "Least value of an order; repeatable, once per currency.")
  private List<String> minimums = List.of();

  @Option(
      names = "--discount",
      paramLabel = "WHAT",
      description = "What it takes off: 10%%, or '5.00 EUR', repeatable per currency.")
  private List<String> discounts = List.of();

  /** The limits; empty when there is none. */
  Optional<CodeLimits> limits() {
    CodeLimits.Builder limits = CodeLimits.newBuilder().setFirstOrderOnly(firstOrder);
    Long uses = maxUses;
    if (uses != null) {
      limits.setMaxUses(uses);
    }
    Long each = perCustomer;
    if (each != null) {
      limits.setMaxUsesPerCustomer(each);
    }
    String sum = budget;
    if (sum != null) {
      limits.setBudget(Amounts.parse("--budget", sum));
    }
    minimums.forEach(least -> limits.addMinimumAmounts(Amounts.parse("--minimum", least)));
    return Optional.of(limits.build())
        .filter(given -> !given.equals(CodeLimits.getDefaultInstance()));
  }

  /** The discount; empty when it is not told. */
  Optional<CodeDiscount> discount() {
    if (discounts.isEmpty()) {
      return Optional.empty();
    }
    if (discounts.size() == 1 && discounts.get(0).endsWith("%")) {
      return Optional.of(CodeDiscount.newBuilder().setBasisPoints(basisPoints()).build());
    }
    FixedDiscount.Builder fixed = FixedDiscount.newBuilder();
    discounts.forEach(amount -> fixed.addAmounts(Amounts.parse("--discount", amount)));
    return Optional.of(CodeDiscount.newBuilder().setFixed(fixed).build());
  }

  private int basisPoints() {
    String text = discounts.get(0);
    try {
      return new BigDecimal(text.substring(0, text.length() - 1).strip())
          .movePointRight(2)
          .intValueExact();
    } catch (NumberFormatException unreadable) {
      throw notPercent(text, unreadable);
    } catch (ArithmeticException tooFine) {
      throw notPercent(text, tooFine);
    }
  }

  private static IllegalArgumentException notPercent(String text, Exception cause) {
    return new IllegalArgumentException(
        "--discount: '%s' (expected: a percentage such as 12.5%%)".formatted(text), cause);
  }
}
