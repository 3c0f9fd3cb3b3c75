package dev.tributary.attribution.conversion;

import dev.tributary.runtime.database.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Lists refunds that do not, or not all, take effect. */
public final class HeldRefunds {
  private final Database database;
  private final OrderHistories histories = new OrderHistories();
  private final HeldRefundStore store = new HeldRefundStore();

  /** The refunds of a database. */
  public HeldRefunds(Database database) {
    this.database = database;
  }

  /**
   * One page by time, storefront, type, order and refund. What became of a refund follows from its
   * order's history, so the rows that may be held are looked at until the page is full.
   *
   * @param after the place of the last one of the page before
   */
  List<HeldRefund> page(
      String workspace, HeldFilter filter, Optional<RefundPlace> after, int limit) {
    return database.snapshot(
        handle -> {
          List<HeldRefund> held = new ArrayList<>();
          Optional<RefundPlace> place = after;
          boolean hasMore = true;
          while (hasMore && held.size() < limit) {
            List<RefundPlace> rows = store.suspects(handle, workspace, filter, place, limit);
            held.addAll(held(handle, workspace, filter, rows));
            hasMore = rows.size() == limit;
            place = rows.isEmpty() ? place : Optional.of(rows.get(rows.size() - 1));
          }
          return held.subList(0, Math.min(limit, held.size()));
        });
  }

  private List<HeldRefund> held(
      Handle handle, String workspace, HeldFilter filter, List<RefundPlace> rows) {
    List<ConversionKey> keys = rows.stream().map(RefundPlace::key).distinct().toList();
    Map<ConversionKey, OrderHistory> orders =
        keys.isEmpty() ? Map.of() : histories.load(handle, workspace, keys);
    List<HeldRefund> held = new ArrayList<>();
    for (RefundPlace row : rows) {
      OrderHistory history = orders.getOrDefault(row.key(), OrderHistory.nothing(row.key()));
      for (Received<Change> received : history.changes()) {
        if (received.content() instanceof Refund refund
            && refund.id().equals(row.refundId())
            && isHeld(history.state(refund))) {
          HeldReason reason = HeldReason.of(history, refund);
          if (filter.reason().isEmpty() || filter.reason().get() == reason) {
            held.add(
                new HeldRefund(
                    new Received<>(refund, received.receivedNo(), received.receiveTime()),
                    history,
                    reason));
          }
        }
      }
    }
    return held;
  }

  private static boolean isHeld(RefundState state) {
    return state == RefundState.HELD || state == RefundState.HELD_EXCESS;
  }
}
