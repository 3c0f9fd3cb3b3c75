package dev.tributary.local.importing;

import dev.tributary.attribution.v1.CodeUse;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.TaxMode;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.money.Currencies;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Rows of a shop's order export as conversions. Items come as list price ({@code items}) or after
 * discounts ({@code subtotal}); shipping comes as it is, or is what {@code total} has beyond
 * subtotal, tax on top and tip.
 *
 * @param cells reads times in the file's zone
 * @param codes codes from a second file
 */
record OrderRows(Cells cells, CodeJoin codes) {
  /** The fields of an order, for help and error texts. */
  static final String FIELDS =
      "order_id, time, currency, items or subtotal, discount, tax, tax_included, shipping or total,"
          + " gift_card, tip, code, customer_id, visitor_id, click_id, payment_state, test,"
          + " storefront_id";

  /** The row as a conversion. */
  Conversion parse(CsvRow row) throws RowRejected {
    String currency = currency(row);
    Conversion.Builder order =
        Conversion.newBuilder()
            .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
            .setOrderId(row.require("order_id"))
            .setStorefrontId(row.get("storefront_id").orElse(""))
            .setConversionTime(ProtoTimes.toProto(cells.time(row, "time")))
            .setCurrencyCode(currency)
            .setCustomerId(row.get("customer_id").orElse(""))
            .setVisitorId(row.get("visitor_id").orElse(""))
            .setClickId(row.get("click_id").orElse(""))
            .setTest(Cells.truth(row, "test"));
    if (row.get("tax_included").isPresent()) {
      order.setTaxMode(
          Cells.truth(row, "tax_included") ? TaxMode.TAX_MODE_INCLUDED : TaxMode.TAX_MODE_EXCLUDED);
    }
    if (row.get("payment_state").isPresent()) {
      order.setPaymentState(paymentState(row));
    }
    order.setComponents(components(row, currency, order.getTaxMode() == TaxMode.TAX_MODE_INCLUDED));
    addCodes(order, row, currency);
    return order.build();
  }

  private static String currency(CsvRow row) throws RowRejected {
    String currency = row.require("currency");
    if (!Currencies.isKnown(currency)) {
      throw new RowRejected(
          "currency",
          "CURRENCY_UNKNOWN",
          "currency: '" + currency + "' (expected: an ISO 4217 code such as EUR)");
    }
    return currency;
  }

  private Components components(CsvRow row, String currency, boolean taxIncluded)
      throws RowRejected {
    OptionalLong discount = cells.amount(row, "discount", currency);
    OptionalLong tax = cells.amount(row, "tax", currency);
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

  private long items(CsvRow row, String currency, long discount) throws RowRejected {
    OptionalLong items = cells.amount(row, "items", currency);
    return items.isPresent()
        ? items.getAsLong()
        : Cells.amount("subtotal", row.require("subtotal"), currency) + discount;
  }

  private OptionalLong shipping(CsvRow row, String currency, long beforeShipping)
      throws RowRejected {
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

  private void addCodes(Conversion.Builder order, CsvRow row, String currency) throws RowRejected {
    for (CodeJoin.Code code : codes.of(order.getOrderId())) {
      CodeUse.Builder use = CodeUse.newBuilder().setCode(code.code());
      if (code.amount().isPresent()) {
        use.setDiscountMinor(Cells.amount("codes.amount", code.amount().get(), currency));
      }
      order.addCodes(use);
    }
    row.get("code").ifPresent(code -> order.addCodes(CodeUse.newBuilder().setCode(code)));
  }

  /** The API's names, and those that shops use for the same thing. */
  private static PaymentState paymentState(CsvRow row) throws RowRejected {
    return switch (row.require("payment_state").toLowerCase(Locale.ROOT)) {
      case "pending", "authorized" -> PaymentState.PAYMENT_STATE_PENDING;
      case "paid", "partially_paid", "partially_refunded", "refunded" ->
          PaymentState.PAYMENT_STATE_PAID;
      case "voided" -> PaymentState.PAYMENT_STATE_VOIDED;
      default -> Cells.name(row, "payment_state", PaymentState.class, "PAYMENT_STATE_");
    };
  }
}
