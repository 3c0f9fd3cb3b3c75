package dev.tributary.attribution.commission;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * What lines of one currency add up to, in minor units. Commission, adjustments, fees, bonuses and
 * what was carried in are what is paid and what is carried out.
 *
 * @param grossMinor credit before refunds
 * @param refundsMinor taken back by refunds
 * @param commissionMinor commission of conversions that no earlier statement has
 * @param adjustmentsMinor what changed about conversions that an earlier one has
 * @param feesMinor fixed fees
 * @param bonusesMinor bonuses
 * @param carryInMinor carried over from the statement before; below zero is a debt
 * @param carryOutMinor carried over to the next
 * @param payableMinor what is paid, at least 0
 */
public record Totals(
    long grossMinor,
    long refundsMinor,
    long commissionMinor,
    long adjustmentsMinor,
    long feesMinor,
    long bonusesMinor,
    long carryInMinor,
    long carryOutMinor,
    long payableMinor) {
  /** Nothing. */
  public static final Totals NOTHING = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /**
   * Of the lines of one statement. What is nothing, a debt, or less than the minimum is carried
   * over.
   */
  static Totals of(List<Line> lines, long carryInMinor, OptionalLong minimum) {
    long commission = sum(lines, LineKind.SALE, false);
    long adjustments = sum(lines, LineKind.SALE, true);
    long fees = sum(lines, LineKind.FEE, false);
    long bonuses = sum(lines, LineKind.BONUS, false);
    long owed =
        Math.addExact(
            Math.addExact(commission, adjustments),
            Math.addExact(Math.addExact(fees, bonuses), carryInMinor));
    boolean isPaid = owed > 0 && owed >= minimum.orElse(0);
    return new Totals(
        lines.stream().mapToLong(Line::earnedMinor).sum(),
        lines.stream().mapToLong(Line::refundedMinor).sum(),
        commission,
        adjustments,
        fees,
        bonuses,
        carryInMinor,
        isPaid ? 0 : owed,
        isPaid ? owed : 0);
  }

  /** Of several statements of one currency. */
  public static Totals sum(Collection<Totals> all) {
    return all.stream().reduce(NOTHING, Totals::plus);
  }

  /** Credit after refunds. */
  public long netMinor() {
    return grossMinor - refundsMinor;
  }

  private Totals plus(Totals other) {
    return new Totals(
        grossMinor + other.grossMinor,
        refundsMinor + other.refundsMinor,
        commissionMinor + other.commissionMinor,
        adjustmentsMinor + other.adjustmentsMinor,
        feesMinor + other.feesMinor,
        bonusesMinor + other.bonusesMinor,
        carryInMinor + other.carryInMinor,
        carryOutMinor + other.carryOutMinor,
        payableMinor + other.payableMinor);
  }

  private static long sum(List<Line> lines, LineKind kind, boolean adjusts) {
    return lines.stream()
        .filter(line -> line.kind() == kind && line.adjusts() == adjusts)
        .mapToLong(Line::amountMinor)
        .reduce(0, Math::addExact);
  }
}
