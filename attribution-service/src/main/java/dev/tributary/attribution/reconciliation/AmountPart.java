package dev.tributary.attribution.reconciliation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of the difference between two amounts of one order.
 *
 * @param why its class
 * @param minor the ledger's less the shop's, in minor units
 * @param message why, in words
 */
record AmountPart(DifferenceClass why, long minor, String message) {

  /** What explains why an order that both have is worth another amount here; not always all. */
  static List<AmountPart> of(ShopOrder shop, OurOrder ours, Terms terms) {
    List<AmountPart> parts = new ArrayList<>();
    if (shop.netMinor(terms) == ours.netMinor()) {
      return parts;
    }
    long gross = ours.baseMinor() - shop.grossMinor(terms);
    if (gross != 0 && (ours.extras().makeUp(-gross) || shop.figures().have(ours.baseMinor()))) {
      parts.add(
          base(
              gross,
              "the shop counts %d, the base here is %d",
              shop.grossMinor(terms),
              ours.baseMinor()));
    } else if (gross != 0 && Math.abs(gross) <= terms.toleranceMinor()) {
      parts.add(new AmountPart(DifferenceClass.TOLERATED, gross, "within the tolerance"));
    }
    addRefunds(parts, shop, ours, terms);
    return parts;
  }

  private static void addRefunds(
      List<AmountPart> parts, ShopOrder shop, OurOrder ours, Terms terms) {
    long applied = ours.refunds().appliedMinor();
    long difference = shop.refundedMinor() - applied;
    if (difference == 0) {
      return;
    }
    if (isRefundOfOtherBase(shop, ours, terms, difference)) {
      parts.add(
          base(
              difference,
              "the shop gave back %d, of the base here %d",
              shop.refundedMinor(),
              applied));
      return;
    }
    long held = Math.max(0, Math.min(ours.refunds().heldMinor(), difference));
    if (held != 0) {
      parts.add(
          new AmountPart(DifferenceClass.HELD, held, "a refund of more than is left is held"));
    }
    if (difference != held) {
      parts.add(
          new AmountPart(
              DifferenceClass.REFUND,
              difference - held,
              "the shop gave back %d, here %d is known"
                  .formatted(shop.refundedMinor(), applied + held)));
    }
  }

  /** Whether the same was given back, counted with tax or shipping on one side. */
  private static boolean isRefundOfOtherBase(
      ShopOrder shop, OurOrder ours, Terms terms, long difference) {
    boolean isAll = ours.refunds().appliedMinor() == ours.baseMinor();
    return ours.refunds().extras().makeUp(difference)
        || (isAll && ours.extras().makeUp(difference))
        || isSameShare(shop, ours, terms);
  }

  /** Whether both gave back the same share of their amounts, give or take one minor unit. */
  private static boolean isSameShare(ShopOrder shop, OurOrder ours, Terms terms) {
    long gross = shop.grossMinor(terms);
    long applied = ours.refunds().appliedMinor();
    if (gross == ours.baseMinor() || applied == 0 || shop.refundedMinor() == 0) {
      return false;
    }
    BigInteger there = product(shop.refundedMinor(), ours.baseMinor());
    BigInteger here = product(applied, gross);
    return there
            .subtract(here)
            .abs()
            .compareTo(BigInteger.valueOf(Math.max(gross, ours.baseMinor())))
        <= 0;
  }

  private static BigInteger product(long one, long other) {
    return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
  }

  private static AmountPart base(long minor, String message, long there, long here) {
    return new AmountPart(DifferenceClass.BASE, minor, message.formatted(there, here));
  }
}
