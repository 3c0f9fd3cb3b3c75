package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.IdentityLink;
import dev.tributary.attribution.v1.IdentityLinkKind;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchBelonging;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which visitor was which customer, as an order sees it.
 *
 * @param events what became known early enough for the order
 * @param order whose touches are looked for
 * @param customer the order's customer, or that of its visitor at its time; empty when unknown
 */
record Identities(List<IdentityLink> events, Conversion order, String customer) {

  static Identities of(Fact.Ordered ordered, List<Fact> known) {
    List<IdentityLink> events =
        known.stream()
            .filter(Fact.Identified.class::isInstance)
            .map(Fact.Identified.class::cast)
            .filter(fact -> !fact.at().isAfter(ordered.at().plus(Path.REATTRIBUTION)))
            .map(Fact.Identified::link)
            .toList();
    Conversion order = ordered.order();
    String customer =
        order.getCustomerId().isEmpty()
            ? customerAt(events, order.getVisitorId(), Moments.of(order.getConversionTime()))
            : order.getCustomerId();
    return new Identities(events, order, customer);
  }

  /**
   * How a touch belongs to the order's person, if it does. An order of nobody known has every touch
   * of its visitor; that of a customer lacks those of another customer's times.
   */
  Optional<TouchBelonging> belonging(Touch touch) {
    String ofThatTime = customerAt(events, touch.getVisitorId(), Moments.of(touch.getEventTime()));
    if (isSame(touch.getVisitorId(), order.getVisitorId())
        && (customer.isEmpty() || ofThatTime.isEmpty() || ofThatTime.equals(customer))) {
      return Optional.of(TouchBelonging.TOUCH_BELONGING_VISITOR);
    }
    if (isSame(touch.getCustomerId(), customer)) {
      return Optional.of(TouchBelonging.TOUCH_BELONGING_CUSTOMER);
    }
    if (isSame(ofThatTime, customer)) {
      return Optional.of(TouchBelonging.TOUCH_BELONGING_LINKED_VISITOR);
    }
    return isSame(touch.getTouchId(), order.getClickId())
        ? Optional.of(TouchBelonging.TOUCH_BELONGING_CLICK)
        : Optional.empty();
  }

  /** Who a visitor was: the last event at or before the time tells; a first LINK reaches back. */
  private static String customerAt(List<IdentityLink> events, String visitor, Instant time) {
    Set<String> wrong =
        events.stream()
            .filter(event -> event.getVisitorId().equals(visitor))
            .filter(event -> event.getKind() == IdentityLinkKind.IDENTITY_LINK_KIND_RETRACT)
            .map(IdentityLink::getRetractedLinkId)
            .collect(Collectors.toSet());
    List<IdentityLink> history =
        events.stream()
            .filter(event -> !visitor.isEmpty() && event.getVisitorId().equals(visitor))
            .filter(event -> event.getKind() != IdentityLinkKind.IDENTITY_LINK_KIND_RETRACT)
            .filter(event -> !wrong.contains(event.getIdentityLinkId()))
            .sorted(
                Comparator.comparing((IdentityLink event) -> Moments.of(event.getEventTime()))
                    .thenComparing(IdentityLink::getIdentityLinkId))
            .toList();
    // Of a logout the customer is empty, and so is it before a logout that is the first of all.
    String customer = history.isEmpty() ? "" : history.get(0).getCustomerId();
    for (IdentityLink event : history) {
      if (!Moments.of(event.getEventTime()).isAfter(time)) {
        customer = event.getCustomerId();
      }
    }
    return customer;
  }

  private static boolean isSame(String one, String other) {
    return !one.isEmpty() && one.equals(other);
  }
}
