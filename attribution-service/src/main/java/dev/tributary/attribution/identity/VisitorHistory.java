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
        valid.isEmpty()
            ? new Piece(Instant.MIN, Optional.empty(), "")
            : Piece.of(Instant.MIN, valid.get(0)));
    for (IdentityLink link : valid) {
      if (!last(pieces).customer().equals(link.customer())) {
        pieces.add(Piece.of(link.eventTime(), link));
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

  /**
   * The link that tells that it was a customer: of several the newest before a time, else the first
   * after it.
   *
   * @return the caller's id of the link; empty if it never was that customer
   */
  Optional<String> linkTo(PersonKey whose, Instant time) {
    Optional<String> told = Optional.empty();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean isBefore = !piece.start().isAfter(time);
      if (lasts(i) && piece.customer().filter(whose::equals).isPresent()) {
        told = isBefore || told.isEmpty() ? Optional.of(piece.linkId()) : told;
      }
    }
    return told;
  }

  /** The times in which it was whose the condition says, as few as possible. */
  List<VisitorSpan> spans(Predicate<Optional<PersonKey>> whose) {
    List<VisitorSpan> spans = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (!whose.test(piece.customer()) || !lasts(i)) {
        continue;
      }
      Instant end = end(i);
      boolean goesOn = !spans.isEmpty() && last(spans).end().equals(piece.start());
      Instant start = goesOn ? spans.remove(spans.size() - 1).start() : piece.start();
      spans.add(new VisitorSpan(visitor, start, end));
    }
    return spans;
  }

  /** Whether a piece has any time: of two links of one time the first has none. */
  private boolean lasts(int place) {
    return pieces.get(place).start().isBefore(end(place));
  }

  private Instant end(int place) {
    return place + 1 < pieces.size() ? pieces.get(place + 1).start() : Instant.MAX;
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  /**
   * A time in which it was one customer's or nobody's; it ends where the next begins.
   *
   * @param start when it begins
   * @param customer whose it was
   * @param linkId the caller's id of the link that tells it; empty if nothing is known
   */
  record Piece(Instant start, Optional<PersonKey> customer, String linkId) {
    private static Piece of(Instant start, IdentityLink link) {
      return new Piece(start, link.customer(), link.linkId());
    }
  }
}
