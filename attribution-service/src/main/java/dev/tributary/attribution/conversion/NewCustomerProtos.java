package dev.tributary.attribution.conversion;

import dev.tributary.attribution.conversion.NewCustomer.State;
import dev.tributary.attribution.v1.NewCustomerBasis;
import dev.tributary.attribution.v1.NewCustomerDecision;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import java.util.Optional;

/** Whether customers are new, in the contract and in our records. */
final class NewCustomerProtos {
  private static final String PREFIX = "NEW_CUSTOMER_";

  private NewCustomerProtos() {}

  /** What the caller tells, if anything. */
  static Optional<NewCustomer> parse(dev.tributary.attribution.v1.NewCustomer proto)
      throws Rejected {
    if (proto == dev.tributary.attribution.v1.NewCustomer.NEW_CUSTOMER_UNSPECIFIED) {
      return Optional.empty();
    }
    String name = Fields.known("new_customer", proto).name();
    return Optional.of(NewCustomer.told(State.valueOf(name.substring(PREFIX.length()))));
  }

  /** The message of an answer. */
  static dev.tributary.attribution.v1.NewCustomer toProto(NewCustomer answer) {
    return dev.tributary.attribution.v1.NewCustomer.valueOf(PREFIX + answer.state().name());
  }

  /** The message of an answer with its reason. */
  static NewCustomerDecision decision(NewCustomer answer) {
    return NewCustomerDecision.newBuilder()
        .setState(toProto(answer))
        .setBasis(NewCustomerBasis.valueOf("NEW_CUSTOMER_BASIS_" + answer.basis().name()))
        .setMessage(answer.basis().message())
        .build();
  }
}
