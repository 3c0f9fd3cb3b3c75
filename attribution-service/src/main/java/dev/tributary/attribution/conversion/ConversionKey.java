package dev.tributary.attribution.conversion;

import dev.tributary.attribution.promocode.OrderRef;
import dev.tributary.runtime.log.Shards;
import java.util.List;

/**
 * Which conversion. What comes for one key is put in order by the lock of its shard.
 *
 * @param storefrontId the shop
 * @param type what was reached
 * @param orderId the shop's own id of the order, or the caller's id of the goal
 */
public record ConversionKey(String storefrontId, ConversionType type, String orderId) {
  /** The keys of everything that uses codes for an order. */
  static List<ConversionKey> usingCodes(OrderRef order) {
    return new ConversionKey(order.storefrontId(), ConversionType.PURCHASE, order.orderId())
        .usingCodes();
  }

  /** All keys of its shop and order id whose conversions use codes. */
  List<ConversionKey> usingCodes() {
    return ConversionType.USING_CODES.stream()
        .map(each -> new ConversionKey(storefrontId, each, orderId))
        .toList();
  }

  /** Shard of everything that belongs to the conversion. */
  public int shard(String workspace) {
    return Shards.of(workspace, "order", storefrontId, type.name(), orderId);
  }
}
