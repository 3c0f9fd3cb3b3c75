package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundKind;
import dev.tributary.runtime.api.ProtoTimes;
import java.util.List;

/**
 * Rows of a list of refunds. One sum for everything ({@code amount}) is taken as items.
 *
 * @param cells reads times in the file's zone
 */
record RefundRows(Cells cells) implements RowTable<Refund> {
  static final List<Field> FIELDS =
      List.of(
          Field.required("order_id", "the shop's id of the order", "#1001"),
          Field.required("refund_id", "1-64 of A-Z a-z 0-9 . _ : -", "r-1"),
          Field.required("time", "when the money went back", "2026-05-09T08:00:00Z"),
          Field.required("currency", "ISO 4217 code, the order's", "EUR"),
          Field.optional(
              "kind",
              "refund, cancel, chargeback or chargeback_reversal; blank is refund",
              "refund"),
          Field.optional("reversed_refund_id", "of a reversal, the chargeback", ""),
          Field.optional("amount", "given back in all; or its parts:", "19.90"),
          Field.optional("items", "of items at list price", ""),
          Field.optional("discount", "of discounts", ""),
          Field.optional("tax", "of tax", ""),
          Field.optional("shipping", "of shipping", ""),
          Field.optional("type", "the order's; blank is purchase", "purchase"),
          Field.optional("custom_type", "name of a custom goal", ""),
          Field.optional("storefront_id", "the shop; blank is main", "main"));

  @Override
  public Refund parse(CsvRow row) throws RowRejected {
    String currency = Cells.currency(row, "currency");
    Refund.Builder refund =
        Refund.newBuilder()
            .setStorefrontId(row.get("storefront_id").orElse(""))
            .setType(OrderTypes.type(row))
            .setCustomType(row.get("custom_type").orElse(""))
            .setOrderId(row.require("order_id"))
            .setRefundId(row.require("refund_id"))
            .setKind(kind(row))
            .setRefundTime(ProtoTimes.toProto(cells.time(row, "time")))
            .setCurrencyCode(currency);
    return switch (refund.getKind()) {
      case REFUND_KIND_CANCEL -> refund.build();
      case REFUND_KIND_CHARGEBACK_REVERSAL ->
          refund.setReversedRefundId(row.require("reversed_refund_id")).build();
      default -> refund.setComponents(components(row, currency)).build();
    };
  }

  private static RefundKind kind(CsvRow row) throws RowRejected {
    return row.get("kind").isEmpty()
        ? RefundKind.REFUND_KIND_REFUND
        : Cells.name(row, "kind", RefundKind.class, "REFUND_KIND_");
  }

  private Components components(CsvRow row, String currency) throws RowRejected {
    Components.Builder parts = Components.newBuilder();
    if (row.get("items").isPresent()) {
      parts.setItemsMinor(cells.requiredAmount(row, "items", currency));
      cells.amount(row, "discount", currency).ifPresent(parts::setDiscountMinor);
    } else {
      parts.setItemsMinor(cells.requiredAmount(row, "amount", currency));
    }
    cells.amount(row, "tax", currency).ifPresent(parts::setTaxMinor);
    cells.amount(row, "shipping", currency).ifPresent(parts::setShippingMinor);
    return parts.build();
  }
}
