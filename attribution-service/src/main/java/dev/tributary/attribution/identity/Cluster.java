package dev.tributary.attribution.identity;

import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * By which names, and when, a conversion's person made touches.
 *
 * @param customer the customer that the conversion names, or that its visitor was at its time
 * @param own times of the conversion's own visitor; without those in which it was another customer
 * @param linked times in which other visitors were the customer
 */
public record Cluster(
    Optional<PersonKey> customer, List<VisitorSpan> own, List<VisitorSpan> linked) {

  /**
   * The cluster of a conversion.
   *
   * @param own history of its visitor, if it names one
   * @param customer the customer, as {@link #customer} says
   * @param others histories of other visitors that were ever linked to the customer
   */
  static Cluster of(
      Optional<VisitorHistory> own,
      Optional<PersonKey> customer,
      Collection<VisitorHistory> others) {
    List<VisitorSpan> linked = new ArrayList<>();
    if (customer.isPresent()) {
      others.forEach(visitor -> linked.addAll(visitor.spans(customer::equals)));
    }
    return new Cluster(
        customer,
        own.map(
                visitor ->
                    visitor.spans(
                        whose -> customer.isEmpty() || whose.isEmpty() || whose.equals(customer)))
            .orElse(List.of()),
        List.copyOf(linked));
  }

  /** All times of all visitors. */
  public List<VisitorSpan> visitors() {
    List<VisitorSpan> all = new ArrayList<>(own);
    all.addAll(linked);
    return all;
  }

  /**
   * How a touch belongs to the person.
   *
   * @param visitor who made it
   * @param customer whom it names
   * @param time when it was made
   */
  public Belonging belonging(
      Optional<PersonKey> visitor, Optional<PersonKey> customer, Instant time) {
    if (isIn(own, visitor, time)) {
      return Belonging.VISITOR;
    }
    if (customer.isPresent() && customer.equals(this.customer)) {
      return Belonging.CUSTOMER;
    }
    return isIn(linked, visitor, time) ? Belonging.LINKED_VISITOR : Belonging.CLICK;
  }

  private static boolean isIn(List<VisitorSpan> spans, Optional<PersonKey> visitor, Instant time) {
    return visitor.isPresent() && spans.stream().anyMatch(span -> span.has(visitor.get(), time));
  }
}
