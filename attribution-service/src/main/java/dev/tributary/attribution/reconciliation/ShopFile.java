package dev.tributary.attribution.reconciliation;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Rejected;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The orders that a shop lists, kept until the last has come: one moment of the database is then
 * compared with all of them, and no transaction stays open for a slow caller. They wait as the
 * bytes they came in, which is the smallest form; their number and size are bounded.
 */
final class ShopFile {
  static final int ORDERS_MAX = 1_000_000;
  private static final long BYTES_MAX = 256L << 20;

  private final Terms terms;
  private final List<byte[]> batches = new ArrayList<>();
  private final Set<String> orderIds = new HashSet<>();
  private long bytes;

  ShopFile(Terms terms) {
    this.terms = terms;
  }

  Terms terms() {
    return terms;
  }

  /** How many orders there are so far. */
  int size() {
    return orderIds.size();
  }

  /** Whether the shop lists an order. */
  boolean lists(String orderId) {
    return orderIds.contains(orderId);
  }

  /**
   * Takes a batch in.
   *
   * @param orders what it says
   * @param batch the same as it came
   * @throws ApiException BATCH_SIZE beyond a million orders or 256 MiB, FIELD_INVALID for an order
   *     that was listed before
   */
  void add(List<ShopOrder> orders, byte[] batch) {
    bytes += batch.length;
    if (size() + orders.size() > ORDERS_MAX || bytes > BYTES_MAX) {
      throw ApiException.batchSize("orders", size() + orders.size(), ORDERS_MAX)
          .with("bytes", bytes)
          .with("bytes_max", BYTES_MAX);
    }
    for (ShopOrder order : orders) {
      int index = size();
      if (!orderIds.add(order.orderId())) {
        throw ApiException.fieldInvalid(
            "orders[" + index + "].order_id", "was listed before (expected: each order once)");
      }
    }
    batches.add(batch);
  }

  /** The batches, in the order they came. */
  Stream<List<ShopOrder>> batches() {
    return batches.stream().map(ShopFile::read);
  }

  private static List<ShopOrder> read(byte[] batch) {
    try {
      return ReconcileProtos.orders(batch);
    } catch (Rejected changed) {
      throw new IllegalStateException("an order that was accepted before", changed);
    }
  }
}
