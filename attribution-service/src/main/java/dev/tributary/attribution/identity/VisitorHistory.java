package dev.tributary.attribution.identity;

import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whose a visitor was through all time: pieces without gaps, in their order.
 *
 * @param visitor hash of the visitor
 * @param pieces at least one
 */
record VisitorHistory(PersonKey visitor, List<Piece> pieces) {

  /**
   * What follows from a visitor's links, in whatever order they came. The first of them reaches
   * back to the beginning if it is a LINK; every other holds from its own time.
   */
  static VisitorHistory of(PersonKey visitor, Collection<IdentityLink> links) {
    Set<String> retracted =
        links.stream().flatMap(link -> link.retractedLinkId().stream()).collect(Collectors.toSet());
    List<IdentityLink> valid =
        links.stream()
            .filter(link -> link.kind() != IdentityLinkKind.RETRACT)
            .filter(link -> !retracted.contains(link.linkId()))
            .sorted(IdentityLink.IN_ORDER)
            .toList();
    List<Piece> pieces = new ArrayList<>();
    pieces.add(
        new Piece(Instant.MIN, valid.isEmpty() ? Optional.empty() : valid.get(0).customer()));
    for (IdentityLink link : valid) {
      if (!last(pieces).customer().equals(link.customer())) {
        pieces.add(new Piece(link.eventTime(), link.customer()));
      }
    }
    return new VisitorHistory(visitor, List.copyOf(pieces));
  }

  /** Whose it was at a time, if anybody's. */
  Optional<PersonKey> customerAt(Instant time) {
    Optional<PersonKey> customer = Optional.empty();
    for (Piece piece : pieces) {
      if (piece.start().isAfter(time)) {
        return customer;
      }
      customer = piece.customer();
    }
    return customer;
  }

  /** The times in which it was whose the condition says, as few as possible. */
  List<VisitorSpan> spans(Predicate<Optional<PersonKey>> whose) {
    List<VisitorSpan> spans = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      Instant end = i + 1 < pieces.size() ? pieces.get(i + 1).start() : Instant.MAX;
      if (!whose.test(piece.customer()) || !piece.start().isBefore(end)) {
        continue;
      }
      boolean goesOn = !spans.isEmpty() && last(spans).end().equals(piece.start());
      Instant start = goesOn ? spans.remove(spans.size() - 1).start() : piece.start();
      spans.add(new VisitorSpan(visitor, start, end));
    }
    return spans;
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  /**
   * A time in which it was one customer's or nobody's; it ends where the next begins.
   *
   * @param start when it begins
   * @param customer whose it was
   */
  record Piece(Instant start, Optional<PersonKey> customer) {}
}
