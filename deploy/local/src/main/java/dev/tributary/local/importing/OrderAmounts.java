package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.TaxMode;
import dev.tributary.runtime.money.Currencies;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a row says an order was made of. Items come as list price ({@code items}), after discounts
 * ({@code subtotal}), or as what is left of {@code total} when all tax ({@code total_tax}) and
 * shipping without tax ({@code shipping_net}) are told. Shipping comes as it is, or is what {@code
 * total} has beyond subtotal, tax on top and tip.
 *
 * @param cells reads amounts
 */
record OrderAmounts(Cells cells) {
  /**
   * Whether prices include tax: as the row says, or as its total shows, which shops always write
   * and the flag seldom. Nothing when neither tells.
   */
  Optional<TaxMode> taxMode(CsvRow row, String currency) throws RowRejected {
    if (row.get("tax_included").isPresent()) {
      return Optional.of(
          Cells.truth(row, "tax_included") ? TaxMode.TAX_MODE_INCLUDED : TaxMode.TAX_MODE_EXCLUDED);
    }
    OptionalLong total = cells.amount(row, "total", currency);
    OptionalLong shipping = cells.amount(row, "shipping", currency);
    OptionalLong subtotal = cells.amount(row, "subtotal", currency);
    long tax = cells.amount(row, "tax", currency).orElse(0);
    if (total.isEmpty() || shipping.isEmpty() || subtotal.isEmpty() || tax == 0) {
      return Optional.empty();
    }
    long tip = cells.amount(row, "tip", currency).orElse(0);
    long onTop = total.getAsLong() - subtotal.getAsLong() - shipping.getAsLong() - tip;
    if (onTop != 0 && onTop != tax) {
      return Optional.empty();
    }
    return Optional.of(onTop == 0 ? TaxMode.TAX_MODE_INCLUDED : TaxMode.TAX_MODE_EXCLUDED);
  }

  /** The components of the row's order. */
  Components of(CsvRow row, String currency, boolean taxIncluded) throws RowRejected {
    OptionalLong discount = cells.amount(row, "discount", currency);
    OptionalLong tax = tax(row, currency);
    OptionalLong tip = cells.amount(row, "tip", currency);
    long items = items(row, currency, discount.orElse(0));
    Components.Builder components = Components.newBuilder().setItemsMinor(items);
    discount.ifPresent(components::setDiscountMinor);
    tax.ifPresent(components::setTaxMinor);
    tip.ifPresent(components::setTipMinor);
    cells.amount(row, "gift_card", currency).ifPresent(components::setGiftCardMinor);
    long beforeShipping =
        items - discount.orElse(0) + (taxIncluded ? 0 : tax.orElse(0)) + tip.orElse(0);
    shipping(row, currency, beforeShipping).ifPresent(components::setShippingMinor);
    return components.build();
  }

  /**
   * What was given back so far: its parts where the row tells them, else one sum.
   *
   * @param bought what the order was made of, for the split of a sum
   */
  Optional<Components> refunded(CsvRow row, String currency, Components bought, boolean taxIncluded)
      throws RowRejected {
    OptionalLong items = cells.amount(row, "refunded_items", currency);
    if (items.isEmpty()) {
      OptionalLong sum = cells.amount(row, "refunded", currency);
      return sum.isPresent()
          ? Optional.of(RefundSplit.of(sum.getAsLong(), bought, taxIncluded))
          : Optional.empty();
    }
    Components.Builder back = Components.newBuilder().setItemsMinor(items.getAsLong());
    cells.amount(row, "refunded_discount", currency).ifPresent(back::setDiscountMinor);
    cells.amount(row, "refunded_tax", currency).ifPresent(back::setTaxMinor);
    cells.amount(row, "refunded_shipping", currency).ifPresent(back::setShippingMinor);
    return Optional.of(back.build());
  }

  private long items(CsvRow row, String currency, long discount) throws RowRejected {
    OptionalLong items = cells.amount(row, "items", currency);
    if (items.isPresent()) {
      return items.getAsLong();
    }
    if (row.get("subtotal").isEmpty() && row.get("shipping_net").isPresent()) {
      return cells.requiredAmount(row, "total", currency)
          - cells.requiredAmount(row, "total_tax", currency)
          - cells.requiredAmount(row, "shipping_net", currency)
          + discount;
    }
    return cells.requiredAmount(row, "subtotal", currency) + discount;
  }

  /** Tax on items: as it is, or all tax without that on shipping. */
  private OptionalLong tax(CsvRow row, String currency) throws RowRejected {
    OptionalLong all = cells.amount(row, "total_tax", currency);
    return all.isPresent()
        ? OptionalLong.of(all.getAsLong() - cells.amount(row, "shipping_tax", currency).orElse(0))
        : cells.amount(row, "tax", currency);
  }

  private OptionalLong shipping(CsvRow row, String currency, long beforeShipping)
      throws RowRejected {
    OptionalLong net = cells.amount(row, "shipping_net", currency);
    if (net.isPresent()) {
      return OptionalLong.of(
          net.getAsLong() + cells.amount(row, "shipping_tax", currency).orElse(0));
    }
    OptionalLong shipping = cells.amount(row, "shipping", currency);
    OptionalLong total = cells.amount(row, "total", currency);
    if (shipping.isPresent() || total.isEmpty()) {
      return shipping;
    }
    long rest = total.getAsLong() - beforeShipping;
    if (rest < 0) {
      throw new RowRejected(
          "total",
          "OUT_OF_RANGE",
          "total: %s %s (expected: at least the %s of items, tax on top and tip)"
              .formatted(
                  Currencies.format(currency, total.getAsLong()),
                  currency,
                  Currencies.format(currency, beforeShipping)));
    }
    return OptionalLong.of(rest);
  }
}
