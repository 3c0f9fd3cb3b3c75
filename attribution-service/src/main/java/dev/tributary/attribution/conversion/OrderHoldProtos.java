package dev.tributary.attribution.conversion;

import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import java.util.Optional;

/** What the holds of an order come to, in the contract and in our records. */
public final class OrderHoldProtos {
  private OrderHoldProtos() {}

  /** The message of a state. */
  public static dev.tributary.attribution.v1.OrderHoldState toProto(OrderHoldState state) {
    return switch (state) {
      case NONE -> dev.tributary.attribution.v1.OrderHoldState.ORDER_HOLD_STATE_UNSPECIFIED;
      case HELD -> dev.tributary.attribution.v1.OrderHoldState.ORDER_HOLD_STATE_HELD;
      case REJECTED -> dev.tributary.attribution.v1.OrderHoldState.ORDER_HOLD_STATE_REJECTED;
    };
  }

  /** The state that a filter names, if any. */
  static Optional<OrderHoldState> parse(
      String field, dev.tributary.attribution.v1.OrderHoldState proto) throws Rejected {
    if (proto == dev.tributary.attribution.v1.OrderHoldState.ORDER_HOLD_STATE_UNSPECIFIED) {
      return Optional.empty();
    }
    String name = Fields.known(field, proto).name();
    return Optional.of(OrderHoldState.valueOf(name.substring("ORDER_HOLD_STATE_".length())));
  }
}
