package dev.tributary.attribution.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The way from the shop's view of an order to the ledger's, step by step. Each step changes one
 * thing, and what it changes is of one class; so the classes add up to the whole difference, line
 * by line.
 */
final class Bridge {
  private final String orderId;
  private final List<Difference> differences = new ArrayList<>();
  private Cells at;

  /** Starts where the shop is. */
  Bridge(String orderId, Cells shop) {
    this.orderId = orderId;
    this.at = shop;
  }

  /** Goes on to the next view. */
  void to(Cells next, DifferenceClass why, String message) {
    for (Map.Entry<Cell, Long> change : next.minus(at).minor().entrySet()) {
      differences.add(new Difference(orderId, why, change.getKey(), change.getValue(), message));
    }
    at = next;
  }

  /** The view that is reached. */
  Cells at() {
    return at;
  }

  /** What all steps changed, in their order. */
  List<Difference> differences() {
    return differences;
  }
}
