package dev.tributary.attribution.conversion;

import dev.tributary.attribution.goal.Goal;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.util.Optional;

/** Places in subscriptions, from the contract. */
final class SubscriptionProtos {
  private SubscriptionProtos() {}

  /** Where a conversion stands in a subscription, if it names one. */
  static Optional<Subscription> parse(Goal goal, Conversion proto) throws Rejected {
    if (!goal.isOfSubscription()) {
      requireNone("subscription_id", goal, !proto.getSubscriptionId().isEmpty());
      requireNone("sequence", goal, proto.hasSequence());
      return Optional.empty();
    }
    boolean isRenewal = goal == Goal.SUBSCRIPTION_RENEWAL;
    if (proto.getSubscriptionId().isEmpty() && !isRenewal && !proto.hasSequence()) {
      return Optional.empty();
    }
    return Optional.of(
        new Subscription(
            Fields.foreignId("subscription_id", proto.getSubscriptionId()), sequence(goal, proto)));
  }

  private static int sequence(Goal goal, Conversion proto) throws Rejected {
    if (goal == Goal.SUBSCRIPTION_RENEWAL) {
      if (!proto.hasSequence()) {
        throw new Rejected(
            ErrorReason.ERROR_REASON_FIELD_MISSING,
            "sequence",
            "absent (expected: n for the renewal n-1, so 2 for the first)");
      }
      return (int)
          Fields.inRange(
              "sequence", proto.getSequence(), Subscription.RENEWAL_MIN, Subscription.SEQUENCE_MAX);
    }
    int only = goal == Goal.TRIAL ? 0 : Subscription.FIRST;
    return proto.hasSequence()
        ? (int) Fields.inRange("sequence", proto.getSequence(), only, only)
        : only;
  }

  private static void requireNone(String field, Goal goal, boolean present) throws Rejected {
    if (present) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          "given (expected: absent, a " + goal + " is of no subscription)");
    }
  }
}
