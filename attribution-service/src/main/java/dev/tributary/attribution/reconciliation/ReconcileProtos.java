package dev.tributary.attribution.reconciliation;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.attribution.conversion.CodeUse;
import dev.tributary.attribution.conversion.CodeUseProtos;
import dev.tributary.attribution.request.TimeRangeProtos;
import dev.tributary.attribution.storefront.StorefrontProtos;
import dev.tributary.attribution.v1.ReconcileHeader;
import dev.tributary.attribution.v1.ReconcileRequest;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What a shop lists, in the contract and in our records. */
final class ReconcileProtos {
  /** As for every amount of an order; below 0 never. */
  private static final long MINOR_MAX = 1_000_000_000_000_000L;

  private static final int CODES_MAX = 20;

  private ReconcileProtos() {}

  /** What the shop's report is about. */
  static Terms terms(ReconcileHeader header) throws Rejected {
    return new Terms(
        StorefrontProtos.storefrontId(header.getStorefrontId()),
        TimeRangeProtos.parse("header.time_range", header.hasTimeRange(), header.getTimeRange())
            .orElseThrow(() -> missing("header.time_range")),
        Fields.zone("header.time_zone", header.getTimeZone()),
        shopAmount(header.getShopAmount()),
        Fields.inRange("header.tolerance_minor", header.getToleranceMinor(), 0, MINOR_MAX));
  }

  /**
   * The orders of a batch.
   *
   * @param first place of its first order among all, for the names of fields
   */
  static List<ShopOrder> orders(ReconcileRequest batch, int first, Terms terms) throws Rejected {
    List<ShopOrder> orders = new ArrayList<>();
    for (int i = 0; i < batch.getOrdersCount(); i++) {
      String path = "orders[" + (first + i) + "].";
      ShopOrder order = order(path, batch.getOrders(i));
      if (terms.shopAmount().of(order.figures()).isEmpty()) {
        throw missing(path + figureOf(terms.shopAmount(), order));
      }
      orders.add(order);
    }
    return orders;
  }

  /** The orders of a batch that was accepted before. */
  static List<ShopOrder> orders(byte[] batch) throws Rejected {
    try {
      List<ShopOrder> orders = new ArrayList<>();
      for (var proto : ReconcileRequest.parseFrom(batch).getOrdersList()) {
        orders.add(order("", proto));
      }
      return orders;
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalStateException("a batch that was accepted before", broken);
    }
  }

  private static ShopOrder order(String path, dev.tributary.attribution.v1.ShopOrder proto)
      throws Rejected {
    return new ShopOrder(
        Fields.foreignId(path + "order_id", proto.getOrderId()),
        Fields.time(path + "conversion_time", proto.hasConversionTime(), proto.getConversionTime()),
        Fields.currency(path + "currency_code", proto.getCurrencyCode()),
        new ShopFigures(
            amount(path + "subtotal_minor", proto.hasSubtotalMinor(), proto.getSubtotalMinor()),
            amount(path + "tax_minor", proto.hasTaxMinor(), proto.getTaxMinor()),
            amount(path + "total_minor", proto.hasTotalMinor(), proto.getTotalMinor())),
        Fields.inRange(path + "refunded_minor", proto.getRefundedMinor(), 0, MINOR_MAX),
        codes(path, proto),
        proto.getTest(),
        proto.getCancelled());
  }

  private static List<CodeUse> codes(String path, dev.tributary.attribution.v1.ShopOrder proto)
      throws Rejected {
    Fields.inRange(path + "codes", proto.getCodesCount(), 0, CODES_MAX);
    List<CodeUse> codes = new ArrayList<>();
    for (int i = 0; i < proto.getCodesCount(); i++) {
      codes.add(CodeUseProtos.parse(path + "codes[" + i + "]", proto.getCodes(i)));
    }
    return codes;
  }

  private static OptionalLong amount(String field, boolean present, long minor) throws Rejected {
    return present
        ? OptionalLong.of(Fields.inRange(field, minor, 0, MINOR_MAX))
        : OptionalLong.empty();
  }

  private static ShopAmount shopAmount(dev.tributary.attribution.v1.ShopAmount proto)
      throws Rejected {
    return switch (proto) {
      case SHOP_AMOUNT_UNSPECIFIED, SHOP_AMOUNT_SUBTOTAL -> ShopAmount.SUBTOTAL;
      case SHOP_AMOUNT_SUBTOTAL_LESS_TAX -> ShopAmount.SUBTOTAL_LESS_TAX;
      case SHOP_AMOUNT_TOTAL -> ShopAmount.TOTAL;
      case UNRECOGNIZED ->
          throw new Rejected(
              ErrorReason.ERROR_REASON_FIELD_MALFORMED,
              "header.shop_amount",
              "an unknown number (expected: absent, SUBTOTAL, SUBTOTAL_LESS_TAX or TOTAL)");
    };
  }

  private static String figureOf(ShopAmount amount, ShopOrder order) {
    if (amount == ShopAmount.TOTAL) {
      return "total_minor";
    }
    return order.figures().subtotalMinor().isEmpty() ? "subtotal_minor" : "tax_minor";
  }

  private static Rejected missing(String field) {
    return new Rejected(
        ErrorReason.ERROR_REASON_FIELD_MISSING, field, "absent (it is required here)");
  }
}
