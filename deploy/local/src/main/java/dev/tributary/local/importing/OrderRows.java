package dev.tributary.local.importing;

import dev.tributary.attribution.v1.CodeUse;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.TaxMode;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Rows of a shop's order export: orders as the shop has them now, and what happened to them since.
 *
 * @param cells reads times in the file's zone
 * @param codes codes from a second file
 * @param visits visits that led to orders
 * @param fileTime when an order was cancelled whose row does not tell when
 */
record OrderRows(Cells cells, CodeJoin codes, OrderVisits visits, Instant fileTime)
    implements RowTable<ShopOrder> {
  /** What shops write for a customer without an account. */
  private static final String GUEST = "0";

  static final List<Field> FIELDS =
      List.of(
          Field.required("order_id", "the shop's id of the order", "#1001"),
          Field.required("time", "when it was placed", "2026-05-04T12:00:00Z"),
          Field.required("currency", "ISO 4217 code", "EUR"),
          Field.optional("items", "at list price; or subtotal", ""),
          Field.optional("subtotal", "items after discounts; or items", "53.91"),
          Field.optional("discount", "all discounts on items", "5.99"),
          Field.optional("tax", "on the items after discounts", "8.61"),
          Field.optional(
              "tax_included",
              "whether prices include it; blank is as total tells, or the shop's",
              "true"),
          Field.optional("shipping", "with its tax; or total", "4.90"),
          Field.optional("total", "all that was paid; shipping is what it has beyond the rest", ""),
          Field.optional("total_tax", "all tax; tax is that without shipping_tax", ""),
          Field.optional("shipping_net", "without tax; with total and total_tax, no subtotal", ""),
          Field.optional("shipping_tax", "tax in shipping", ""),
          Field.optional("gift_card", "part paid by gift card", ""),
          Field.optional("tip", "amount", ""),
          Field.optional("code", "codes as typed, joined by ';'", "EMILY10"),
          Field.optional("customer_id", "kept as a keyed hash", "c-123"),
          Field.optional("visitor_id", "first-party id, kept as a keyed hash", ""),
          Field.optional("click_id", "touch_id that the checkout carried", ""),
          Field.optional("payment_state", "pending, paid or voided, or the shop's word", "paid"),
          Field.optional("payment_time", "when that was reached", ""),
          Field.optional("cancel_time", "when it was cancelled; or cancelled", ""),
          Field.optional("cancelled", "true or false", "false"),
          Field.optional("refunded", "given back so far in all; or its parts:", "0.00"),
          Field.optional("refunded_items", "of items at list price", ""),
          Field.optional("refunded_discount", "of discounts", ""),
          Field.optional("refunded_tax", "of tax", ""),
          Field.optional("refunded_shipping", "of shipping", ""),
          Field.optional(
              "referrer_host", "host of the page the customer came from", "l.instagram.com"),
          Field.optional("region", "where the customer is", "DE"),
          Field.optional("landing_url", "page the customer came in by, with its tags", ""),
          Field.optional(
              "type",
              "purchase, subscription_start, subscription_renewal, trial or custom; blank is purchase",
              "purchase"),
          Field.optional("custom_type", "name of a custom goal", ""),
          Field.optional("subscription_id", "the shop's id of the subscription", ""),
          Field.optional("sequence", "0 trial, 1 first payment, n the renewal n-1", ""),
          Field.optional("new_customer", "new, returning or unknown", ""),
          Field.optional("test", "true or false", "false"),
          Field.optional("storefront_id", "the shop; blank is main", "main"));

  /** Rows of a file with its second files. */
  static OrderRows of(Cells cells, Joins joins, Instant fileTime) {
    return new OrderRows(cells, joins.codes(), new OrderVisits(joins.visits()), fileTime);
  }

  @Override
  public ShopOrder parse(CsvRow row) throws RowRejected {
    String currency = Cells.currency(row, "currency");
    Conversion.Builder order =
        Conversion.newBuilder()
            .setType(OrderTypes.type(row))
            .setCustomType(row.get("custom_type").orElse(""))
            .setSubscriptionId(row.get("subscription_id").orElse(""))
            .setOrderId(row.require("order_id"))
            .setStorefrontId(row.get("storefront_id").orElse(""))
            .setConversionTime(ProtoTimes.toProto(cells.time(row, "time")))
            .setCurrencyCode(currency)
            .setCustomerId(row.get("customer_id").filter(id -> !id.equals(GUEST)).orElse(""))
            .setVisitorId(row.get("visitor_id").orElse(""))
            .setClickId(row.get("click_id").orElse(""))
            .setReferrerHost(row.get("referrer_host").orElse(""))
            .setRegion(row.get("region").orElse(""))
            .setTest(Cells.truth(row, "test"));
    OrderTypes.sequence(row).ifPresent(order::setSequence);
    OrderTypes.newCustomer(row).ifPresent(order::setNewCustomer);
    OrderAmounts amounts = new OrderAmounts(cells);
    amounts.taxMode(row, currency).ifPresent(order::setTaxMode);
    boolean taxIncluded = order.getTaxMode() == TaxMode.TAX_MODE_INCLUDED;
    Components bought = amounts.of(row, currency, taxIncluded);
    order.setComponents(bought);
    addPayment(order, row);
    addCodes(order, row, currency);
    List<Touch> touches = visits.touches(order, row);
    if (order.getClickId().isEmpty() && !touches.isEmpty()) {
      order.setClickId(touches.get(touches.size() - 1).getTouchId());
    }
    return new ShopOrder(
        order.build(),
        cancelTime(row),
        amounts.refunded(row, currency, bought, taxIncluded),
        touches);
  }

  private void addPayment(Conversion.Builder order, CsvRow row) throws RowRejected {
    if (row.get("payment_state").isPresent()) {
      order.setPaymentState(paymentState(row));
      cells
          .optionalTime(row, "payment_time")
          .map(ProtoTimes::toProto)
          .ifPresent(order::setPaymentStateTime);
    }
  }

  private Optional<Instant> cancelTime(CsvRow row) throws RowRejected {
    Optional<Instant> time = cells.optionalTime(row, "cancel_time");
    return time.isEmpty() && Cells.truth(row, "cancelled") ? Optional.of(fileTime) : time;
  }

  private void addCodes(Conversion.Builder order, CsvRow row, String currency) throws RowRejected {
    for (CodeJoin.Code code : codes.of(order.getOrderId())) {
      CodeUse.Builder use = CodeUse.newBuilder().setCode(code.code());
      if (code.amount().isPresent()) {
        use.setDiscountMinor(Cells.amount("codes.amount", code.amount().get(), currency));
      }
      order.addCodes(use);
    }
    row.list("code").forEach(code -> order.addCodes(CodeUse.newBuilder().setCode(code)));
  }

  /** The API's names, and those that shops use for the same thing. */
  private static PaymentState paymentState(CsvRow row) throws RowRejected {
    return switch (row.require("payment_state").toLowerCase(Locale.ROOT)) {
      case "pending", "authorized", "on-hold", "checkout-draft" ->
          PaymentState.PAYMENT_STATE_PENDING;
      case "paid", "partially_paid", "partially_refunded", "refunded", "processing", "completed" ->
          PaymentState.PAYMENT_STATE_PAID;
      case "voided", "cancelled", "failed" -> PaymentState.PAYMENT_STATE_VOIDED;
      default -> Cells.name(row, "payment_state", PaymentState.class, "PAYMENT_STATE_");
    };
  }
}
