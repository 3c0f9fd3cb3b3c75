package dev.tributary.attribution.hold;

import dev.tributary.attribution.conversion.CreditedOrder;
import dev.tributary.attribution.credit.Candidate;
import dev.tributary.attribution.credit.CreditKey;
import dev.tributary.attribution.credit.Share;
import dev.tributary.attribution.identity.LinkedName;
import dev.tributary.attribution.owner.Owner;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that rules look at, about one order. The same facts always give the same findings, so rules
 * can be applied again at any time.
 *
 * @param time when the order was made
 * @param checkoutStart when the customer began the checkout, if told
 * @param credits who is credited, and by what
 * @param touchTimes when each touch of the decision happened, by its id
 * @param buyer all names of the buyer that the order has
 * @param linked further names of the buyer, that identity links tell
 * @param creators all known names of the credited creators, by creator
 */
record HoldFacts(
    Instant time,
    Optional<Instant> checkoutStart,
    List<CreditKey> credits,
    Map<String, Instant> touchTimes,
    Set<Identity> buyer,
    List<LinkedName> linked,
    Map<String, Set<Identity>> creators) {
  /** Keeps its own copies. */
  HoldFacts {
    credits = List.copyOf(credits);
    touchTimes = Map.copyOf(touchTimes);
    buyer = Set.copyOf(buyer);
    linked = List.copyOf(linked);
    creators = Map.copyOf(creators);
  }

  /** The facts of an order. */
  static HoldFacts of(
      CreditedOrder order,
      List<LinkedName> linked,
      Map<String, Set<Identity>> identitiesOfCreators) {
    return new HoldFacts(
        order.conversion().time(),
        order.conversion().checkout().startTime(),
        order.shares().stream().map(Share::key).toList(),
        order.touches().stream()
            .collect(
                Collectors.toMap(
                    Candidate::touchId, Candidate::eventTime, (newer, older) -> newer)),
        buyer(order),
        linked,
        creators(order).stream()
            .filter(identitiesOfCreators::containsKey)
            .collect(Collectors.toMap(Function.identity(), identitiesOfCreators::get)));
  }

  /** The creators that are credited for an order. */
  static Set<String> creators(CreditedOrder order) {
    return order.shares().stream()
        .flatMap(share -> share.key().owner().stream())
        .map(Owner::creatorId)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<Identity> buyer(CreditedOrder order) {
    Set<Identity> names = new HashSet<>();
    order
        .conversion()
        .customer()
        .ifPresent(key -> names.add(new Identity(IdentityKind.CUSTOMER, key)));
    order
        .conversion()
        .visitor()
        .ifPresent(key -> names.add(new Identity(IdentityKind.VISITOR, key)));
    order.emails().forEach(key -> names.add(new Identity(IdentityKind.EMAIL, key)));
    return names;
  }
}
