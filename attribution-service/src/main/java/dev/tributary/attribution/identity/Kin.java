package dev.tributary.attribution.identity;

import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.identity.PersonKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that identity links tell about the person of a conversion.
 *
 * @param search whose person it is
 * @param own history of its visitor, if it names one
 * @param customer the customer that it names, or that its visitor was at its time
 * @param others histories of other visitors that were ever linked to the customer
 */
record Kin(
    ClusterSearch search,
    Optional<VisitorHistory> own,
    Optional<PersonKey> customer,
    List<VisitorHistory> others) {

  /** By which names, and when, the person made touches. */
  Cluster cluster() {
    return Cluster.of(own, customer, others);
  }

  /** The names that the conversion itself does not have. */
  List<LinkedName> linkedNames() {
    if (customer.isEmpty()) {
      return List.of();
    }
    PersonKey whose = customer.get();
    List<LinkedName> names = new ArrayList<>();
    List<String> toCustomer = new ArrayList<>();
    if (search.customer().isEmpty()) {
      own.flatMap(visitor -> visitor.linkTo(whose, search.time())).ifPresent(toCustomer::add);
      names.add(new LinkedName(PersonKind.CUSTOMER, whose, toCustomer));
    }
    for (VisitorHistory other : others) {
      other
          .linkTo(whose, search.time())
          .ifPresent(
              linkId -> {
                List<String> toVisitor = new ArrayList<>(toCustomer);
                toVisitor.add(linkId);
                names.add(new LinkedName(PersonKind.VISITOR, other.visitor(), toVisitor));
              });
    }
    return names;
  }
}
