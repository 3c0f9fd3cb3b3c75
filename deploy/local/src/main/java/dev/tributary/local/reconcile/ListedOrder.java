package dev.tributary.local.reconcile;

import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.local.importing.ShopOrder;

/** An order of the shop's list as the API takes it. */
final class ListedOrder {
  private ListedOrder() {}

  /**
   * The figures as the shop has them; an order whose payment failed counts as little as one
   * cancelled.
   */
  static dev.tributary.attribution.v1.ShopOrder of(ShopOrder order) {
    Conversion conversion = order.conversion();
    Components parts = conversion.getComponents();
    dev.tributary.attribution.v1.ShopOrder.Builder listed =
        dev.tributary.attribution.v1.ShopOrder.newBuilder()
            .setOrderId(conversion.getOrderId())
            .setConversionTime(conversion.getConversionTime())
            .setCurrencyCode(conversion.getCurrencyCode())
            .setSubtotalMinor(parts.getItemsMinor() - parts.getDiscountMinor())
            .setTotalMinor(order.paidMinor() + parts.getTipMinor())
            .addAllCodes(conversion.getCodesList())
            .setRefundedMinor(order.refundedMinor())
            .setTest(conversion.getTest())
            .setCancelled(
                order.cancelTime().isPresent()
                    || conversion.getPaymentState() == PaymentState.PAYMENT_STATE_VOIDED);
    if (parts.hasTaxMinor()) {
      listed.setTaxMinor(parts.getTaxMinor());
    }
    return listed.build();
  }
}
