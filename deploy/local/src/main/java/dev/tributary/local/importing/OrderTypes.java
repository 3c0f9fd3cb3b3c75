package dev.tributary.local.importing;

import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.NewCustomer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a row says of its conversion's type, subscription and customer. */
final class OrderTypes {
  private OrderTypes() {}

  /** The type; a blank cell is a purchase. */
  static ConversionType type(CsvRow row) throws RowRejected {
    return row.get("type").isEmpty()
        ? ConversionType.CONVERSION_TYPE_PURCHASE
        : Cells.name(row, "type", ConversionType.class, "CONVERSION_TYPE_");
  }

  /** Place in the subscription, if told. */
  static OptionalInt sequence(CsvRow row) throws RowRejected {
    OptionalLong sequence = Cells.count(row, "sequence");
    return sequence.isPresent()
        ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, sequence.getAsLong()))
        : OptionalInt.empty();
  }

  /** Whether the customer is new, if told. */
  static Optional<NewCustomer> newCustomer(CsvRow row) throws RowRejected {
    return row.get("new_customer").isEmpty()
        ? Optional.empty()
        : Optional.of(Cells.name(row, "new_customer", NewCustomer.class, "NEW_CUSTOMER_"));
  }
}
