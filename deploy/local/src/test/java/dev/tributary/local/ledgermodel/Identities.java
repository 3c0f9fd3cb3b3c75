package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.IdentityLink;
import dev.tributary.attribution.v1.IdentityLinkKind;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchBelonging;
import java.time.Instant;
import java.util.ArrayList;
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

  /**
   * Whether a link may concern an order: of anybody whom its visitor ever was or shared it with.
   */
  static boolean concern(Fact.Identified link, Fact.Ordered ordered, List<Fact> known) {
    List<IdentityLink> events =
        known.stream()
            .filter(Fact.Identified.class::isInstance)
            .map(fact -> ((Fact.Identified) fact).link())
            .toList();
    String visitor = link.link().getVisitorId();
    Set<String> customers =
        events.stream()
            .filter(event -> event.getVisitorId().equals(visitor))
            .map(IdentityLink::getCustomerId)
            .filter(customer -> !customer.isEmpty())
            .collect(Collectors.toSet());
    Conversion order = ordered.order();
    return !ordered.at().isBefore(link.at().minus(Path.REATTRIBUTION))
        && (customers.contains(order.getCustomerId())
            || isSame(order.getVisitorId(), visitor)
            || events.stream()
                .filter(event -> customers.contains(event.getCustomerId()))
                .anyMatch(event -> isSame(order.getVisitorId(), event.getVisitorId())));
  }

  /** Names of the order's person that only links tell. */
  List<Told> told() {
    List<Told> told = new ArrayList<>();
    if (customer.isEmpty()) {
      return told;
    }
    Instant time = Moments.of(order.getConversionTime());
    List<String> toCustomer = new ArrayList<>();
    if (order.getCustomerId().isEmpty()) {
      toCustomer.add(linkTo(order.getVisitorId(), time));
      told.add(new Told(customer, false, toCustomer));
    }
    events.stream()
        .map(IdentityLink::getVisitorId)
        .distinct()
        .filter(visitor -> !visitor.equals(order.getVisitorId()))
        .forEach(
            visitor -> {
              String link = linkTo(visitor, time);
              if (!link.isEmpty()) {
                List<String> links = new ArrayList<>(toCustomer);
                links.add(link);
                told.add(new Told(visitor, true, links));
              }
            });
    return told;
  }

  /** The link by which a visitor was the customer: the newest until a time, or else the next. */
  private String linkTo(String visitor, Instant time) {
    List<IdentityLink> history = history(events, visitor);
    List<IdentityLink> changes = new ArrayList<>();
    for (IdentityLink event : history) {
      if (changes.isEmpty()
          || !changes.get(changes.size() - 1).getCustomerId().equals(event.getCustomerId())) {
        changes.add(event);
      }
    }
    String link = "";
    for (int i = 0; i < changes.size(); i++) {
      Instant start = i == 0 ? Instant.MIN : Moments.of(changes.get(i).getEventTime());
      boolean lasts =
          i + 1 == changes.size() || start.isBefore(Moments.of(changes.get(i + 1).getEventTime()));
      if (lasts
          && changes.get(i).getCustomerId().equals(customer)
          && (link.isEmpty() || !start.isAfter(time))) {
        link = changes.get(i).getIdentityLinkId();
      }
    }
    return link;
  }

  /** Who a visitor was: the last event at or before the time tells; a first LINK reaches back. */
  private static String customerAt(List<IdentityLink> events, String visitor, Instant time) {
    List<IdentityLink> history = history(events, visitor);
    // Of a logout the customer is empty, and so is it before a logout that is the first of all.
    String customer = history.isEmpty() ? "" : history.get(0).getCustomerId();
    for (IdentityLink event : history) {
      if (!Moments.of(event.getEventTime()).isAfter(time)) {
        customer = event.getCustomerId();
      }
    }
    return customer;
  }

  private static List<IdentityLink> history(List<IdentityLink> events, String visitor) {
    Set<String> wrong =
        events.stream()
            .filter(event -> event.getVisitorId().equals(visitor))
            .filter(event -> event.getKind() == IdentityLinkKind.IDENTITY_LINK_KIND_RETRACT)
            .map(IdentityLink::getRetractedLinkId)
            .collect(Collectors.toSet());
    return events.stream()
        .filter(event -> !visitor.isEmpty() && event.getVisitorId().equals(visitor))
        .filter(event -> event.getKind() != IdentityLinkKind.IDENTITY_LINK_KIND_RETRACT)
        .filter(event -> !wrong.contains(event.getIdentityLinkId()))
        .sorted(
            Comparator.comparing((IdentityLink event) -> Moments.of(event.getEventTime()))
                .thenComparing(IdentityLink::getIdentityLinkId))
        .toList();
  }

  private static boolean isSame(String one, String other) {
    return !one.isEmpty() && one.equals(other);
  }

  /**
   * A name that only links tell.
   *
   * @param name the id
   * @param isVisitor whether of a visitor; else of a customer
   * @param links which links, from the order to the name
   */
  record Told(String name, boolean isVisitor, List<String> links) {}
}
