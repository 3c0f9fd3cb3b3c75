package dev.tributary.local.ledgermodel;

import com.google.protobuf.Message;
import dev.tributary.attribution.v1.CreatorIdentities;
import dev.tributary.attribution.v1.IdentityLink;
import dev.tributary.attribution.v1.IdentityLinkKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A person is forgotten: whatever was told of it is of somebody whom nobody knows.
 *
 * @param visitors ids of the person
 * @param customers ids of the person
 * @param kept visitors that were also another customer's
 */
record Erasure(Set<String> visitors, Set<String> customers, Set<String> kept) {
  /** Nobody is ever told with such an id. */
  static final String TOMBSTONE = "tombstone of ";

  /** Of a visitor alone. */
  static Erasure ofVisitor(String visitor) {
    return new Erasure(Set.of(visitor), Set.of(), Set.of());
  }

  /** Of a customer, with the visitors that were linked to it and to nobody else. */
  static Erasure ofCustomer(String customer, List<Fact> facts) {
    List<IdentityLink> links =
        facts.stream()
            .filter(Fact.Identified.class::isInstance)
            .map(fact -> ((Fact.Identified) fact).link())
            .filter(link -> link.getKind() == IdentityLinkKind.IDENTITY_LINK_KIND_LINK)
            .toList();
    Set<String> visitors =
        links.stream()
            .filter(link -> link.getCustomerId().equals(customer))
            .map(IdentityLink::getVisitorId)
            .collect(Collectors.toSet());
    Set<String> kept =
        links.stream()
            .filter(link -> !link.getCustomerId().equals(customer))
            .map(IdentityLink::getVisitorId)
            .filter(visitors::contains)
            .collect(Collectors.toSet());
    visitors.removeAll(kept);
    return new Erasure(visitors, Set.of(customer), kept);
  }

  static boolean isForgotten(String id) {
    return id.startsWith(TOMBSTONE);
  }

  /** The orders that name the person. */
  Set<OrderKey> orders(List<Fact> facts) {
    Set<OrderKey> orders = new HashSet<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.Ordered ordered
          && (visitors.contains(ordered.order().getVisitorId())
              || customers.contains(ordered.order().getCustomerId()))) {
        orders.add(ordered.key());
      }
    }
    return orders;
  }

  /** The fact without the person's ids. */
  Fact forgotten(Fact fact, Instant now) {
    if (fact instanceof Fact.Touched touched) {
      return new Fact.Touched(forgotten(touched.touch(), now), touched.at());
    }
    if (fact instanceof Fact.Identified identified) {
      return new Fact.Identified(forgotten(identified.link(), now), identified.at());
    }
    if (fact instanceof Fact.Ordered ordered) {
      return new Fact.Ordered(ordered.key(), forgotten(ordered.order(), now), ordered.at());
    }
    if (fact instanceof Fact.Named named) {
      return new Fact.Named(forgotten(named.creator(), now), named.at());
    }
    if (fact instanceof Fact.Reserved reserved) {
      return new Fact.Reserved(
          reserved.codeId(), forgotten(reserved.request(), now), reserved.at());
    }
    return fact;
  }

  private CreatorIdentities forgotten(CreatorIdentities creator, Instant now) {
    return creator.toBuilder()
        .clearCustomerIds()
        .addAllCustomerIds(forgotten(creator.getCustomerIdsList(), customers, now))
        .clearVisitorIds()
        .addAllVisitorIds(forgotten(creator.getVisitorIdsList(), visitors, now))
        .build();
  }

  private static List<String> forgotten(List<String> known, Set<String> ids, Instant now) {
    return known.stream().map(id -> ids.contains(id) ? tombstone(id, now) : id).toList();
  }

  private static String tombstone(String id, Instant now) {
    return TOMBSTONE + id + " at " + now;
  }

  @SuppressWarnings("unchecked") // what is built again is of the same type
  private <M extends Message> M forgotten(M message, Instant now) {
    Message.Builder builder = message.toBuilder();
    for (String name : List.of("visitor_id", "customer_id")) {
      var field = message.getDescriptorForType().findFieldByName(name);
      Set<String> ids = name.equals("visitor_id") ? visitors : customers;
      if (field != null && ids.contains(message.getField(field))) {
        builder.setField(field, tombstone((String) message.getField(field), now));
      }
    }
    return (M) builder.build();
  }
}
