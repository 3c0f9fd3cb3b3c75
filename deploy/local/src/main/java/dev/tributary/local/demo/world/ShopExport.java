package dev.tributary.local.demo.world;

import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.CodeUse;
import dev.tributary.attribution.v1.ComponentChanges;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundKind;
import dev.tributary.runtime.money.Currencies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The shop's own order export: one line per order as the shop knows it now, with amendments worked
 * in and refunds beside. It is written from the baskets alone and knows nothing of credit.
 */
final class ShopExport {
  static final String HEADER =
      "order_id,storefront,created_at,currency,line_items,discounts,taxes_included,tax,shipping,"
          + "total,refunded_items,refunded_discounts,refunded_tax,refunded_shipping,cancelled,test,codes";

  private ShopExport() {}

  static List<String> of(List<DemoOrder> orders) {
    List<String> lines = new ArrayList<>(orders.size() + 1);
    lines.add(HEADER);
    orders.forEach(order -> lines.add(line(order)));
    return List.copyOf(lines);
  }

  private static String line(DemoOrder order) {
    Basket basket = amended(order.basket(), order.amendment());
    Optional<Refund> refund =
        order.refund().filter(given -> given.getKind() == RefundKind.REFUND_KIND_REFUND);
    String currency = Aftermath.currency(order.conversion());
    return String.join(
        ",",
        order.conversion().getOrderId(),
        order.conversion().getStorefrontId(),
        order.time().toString(),
        currency,
        decimal(currency, basket.items()),
        decimal(currency, basket.discount()),
        basket.taxIncluded() ? "TRUE" : "FALSE",
        decimal(currency, basket.tax()),
        decimal(currency, basket.shipping()),
        decimal(currency, basket.paid()),
        decimal(currency, refund.map(r -> r.getComponents().getItemsMinor()).orElse(0L)),
        decimal(currency, refund.map(r -> r.getComponents().getDiscountMinor()).orElse(0L)),
        decimal(currency, refund.map(r -> r.getComponents().getTaxMinor()).orElse(0L)),
        decimal(currency, refund.map(r -> r.getComponents().getShippingMinor()).orElse(0L)),
        order.refund().isPresent() && refund.isEmpty() ? "TRUE" : "FALSE",
        order.conversion().getTest() ? "TRUE" : "FALSE",
        order.conversion().getCodesList().stream()
            .map(CodeUse::getCode)
            .collect(Collectors.joining("|")));
  }

  private static Basket amended(Basket basket, Optional<Amendment> amendment) {
    if (amendment.isEmpty()) {
      return basket;
    }
    ComponentChanges changes = amendment.get().getChanges();
    return new Basket(
        basket.items() + changes.getItemsMinor(),
        basket.discount() + changes.getDiscountMinor(),
        basket.tax() + changes.getTaxMinor(),
        basket.shipping() + changes.getShippingMinor(),
        basket.taxIncluded());
  }

  private static String decimal(String currency, long minor) {
    return Currencies.format(currency, minor);
  }
}
