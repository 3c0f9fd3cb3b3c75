package dev.tributary.attribution.conversion;

import java.util.Optional;

/** What the holds of an order come to. */
public enum OrderHoldState {
  /** No hold stands in the way. */
  NONE,
  /** At least one hold is held, so the order is not paid for; who is credited stays. */
  HELD,
  /** A hold was rejected, so nobody is credited. */
  REJECTED;

  /** The state of a column that has none for {@link #NONE}. */
  static OrderHoldState ofColumn(Optional<String> stored) {
    return stored.map(OrderHoldState::valueOf).orElse(NONE);
  }

  /** What the column holds; empty for null. */
  Optional<String> column() {
    return this == NONE ? Optional.empty() : Optional.of(name());
  }
}
