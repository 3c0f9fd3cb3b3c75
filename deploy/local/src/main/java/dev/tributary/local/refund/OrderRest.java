package dev.tributary.local.refund;

import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.ComponentChanges;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.RefundKind;
import dev.tributary.attribution.v1.RefundRecord;
import dev.tributary.attribution.v1.RefundState;
import dev.tributary.attribution.v1.TaxMode;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What is left of an order after its amendments and refunds, in minor units.
 *
 * @param items at list price
 * @param discount on items
 * @param tax on the items after discounts
 * @param taxIncluded whether item prices include it
 */
record OrderRest(long items, long discount, long tax, boolean taxIncluded) {
  /**
   * The rest of a recorded order before one refund, so that telling it again tells the same;
   * nothing after a cancellation.
   *
   * @param refundId the refund; it and later ones are not taken off
   */
  static OrderRest before(String refundId, ConversionRecord order) {
    Components bought = order.getConversion().getComponents();
    OrderRest rest =
        new OrderRest(
            bought.getItemsMinor(),
            bought.getDiscountMinor(),
            bought.getTaxMinor(),
            order.getConversion().getTaxMode() == TaxMode.TAX_MODE_INCLUDED);
    for (Amendment amendment : order.getAmendmentsList()) {
      ComponentChanges changes = amendment.getChanges();
      rest = rest.plus(changes.getItemsMinor(), changes.getDiscountMinor(), changes.getTaxMinor());
    }
    for (RefundRecord refund : order.getRefundsList()) {
      if (refund.getRefund().getRefundId().equals(refundId)) {
        break;
      }
      rest = rest.after(refund);
    }
    return rest;
  }

  /** All of it as a refund's components; empty when nothing of value is left. */
  Optional<Components> all() {
    long base = items - discount - (taxIncluded ? tax : 0);
    return base <= 0 ? Optional.empty() : Optional.of(components(items, discount, tax));
  }

  /** A part of the items, after discounts, with its share of the tax. */
  Components part(long paidForItems) {
    long left = items - discount;
    long share =
        left <= 0
            ? 0
            : BigInteger.valueOf(tax)
                .multiply(BigInteger.valueOf(paidForItems))
                .divide(BigInteger.valueOf(left))
                .longValueExact();
    return components(paidForItems, 0, share);
  }

  private OrderRest after(RefundRecord refund) {
    if (refund.getRefund().getKind() == RefundKind.REFUND_KIND_CANCEL) {
      return new OrderRest(0, 0, 0, taxIncluded);
    }
    if (refund.getRefund().getKind() == RefundKind.REFUND_KIND_CHARGEBACK_REVERSAL
        || refund.getState() == RefundState.REFUND_STATE_REVERSED) {
      return this;
    }
    Components back = refund.getRefund().getComponents();
    return plus(-back.getItemsMinor(), -back.getDiscountMinor(), -back.getTaxMinor());
  }

  private OrderRest plus(long moreItems, long moreDiscount, long moreTax) {
    return new OrderRest(items + moreItems, discount + moreDiscount, tax + moreTax, taxIncluded);
  }

  private static Components components(long items, long discount, long tax) {
    Components.Builder parts = Components.newBuilder().setItemsMinor(items).setTaxMinor(tax);
    if (discount != 0) {
      parts.setDiscountMinor(discount);
    }
    return parts.build();
  }
}
