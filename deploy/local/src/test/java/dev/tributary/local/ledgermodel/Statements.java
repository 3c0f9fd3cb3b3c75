package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PaymentState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What statements must come to: each has, of every order, the difference between what stands in the
 * books when the period is closed and what earlier statements have.
 */
final class Statements {
  /** Part of the net credit that is paid, by collaboration, in hundredths of a percent. */
  static final Map<String, Integer> BASIS_POINTS =
      Map.of(
          "anna-in-spring", 1_000,
          "anna-in-summer", 1_250,
          "bo-in-spring", 333,
          "bo-in-summer", 10_000,
          "cem-in-spring", 725,
          "cem-in-summer", 1,
          "dora-in-spring", 2_500);

  private final History history;

  /** What statements have so far, by order and collaboration. */
  private final Map<String, Line> taken = new HashMap<>();

  /** By collaboration and currency. */
  private final Map<String, Long> carried = new HashMap<>();

  private Statements(History history) {
    this.history = history;
  }

  /** The statements of the last lock, by collaboration and currency. */
  static Map<String, Statement> ofLastLock(History history) {
    Statements statements = new Statements(history);
    Map<String, Statement> last = Map.of();
    List<Fact> facts = history.facts();
    for (int i = 0; i < facts.size(); i++) {
      if (facts.get(i) instanceof Fact.Locked locked) {
        last = statements.closed(locked, facts.subList(0, i));
      }
    }
    return last;
  }

  private Map<String, Statement> closed(Fact.Locked locked, List<Fact> before) {
    Map<String, Statement> written = new TreeMap<>();
    for (OrderKey key : locked.orders()) {
      Books books = history.books(key, before);
      boolean isTaken =
          !books.ordered.orElseThrow().order().getTest()
              && books.payment != PaymentState.PAYMENT_STATE_PENDING;
      if (isTaken) {
        String currency = books.ordered.orElseThrow().order().getCurrencyCode();
        lines(books)
            .forEach((collaboration, line) -> take(written, key, collaboration, currency, line));
      }
    }
    written.replaceAll((whose, statement) -> statement.carriedIn(carried.getOrDefault(whose, 0L)));
    written.forEach((whose, statement) -> carried.put(whose, statement.carryOut()));
    written.values().removeIf(Statement::saysNothing);
    return written;
  }

  private void take(
      Map<String, Statement> written,
      OrderKey key,
      String collaboration,
      String currency,
      Line line) {
    Optional<Line> earlier = Optional.ofNullable(taken.put(key + " " + collaboration, line));
    Line difference = line.minus(earlier.orElse(new Line(0, 0, 0)));
    written.merge(
        collaboration + " " + currency,
        new Statement(
            difference.gross(),
            difference.refunds(),
            earlier.isPresent() ? 0 : difference.commission(),
            earlier.isPresent() ? difference.commission() : 0,
            0),
        Statement::plus);
  }

  /** What the books have of an order for each collaboration that ever had credit. */
  private static Map<String, Line> lines(Books books) {
    Map<String, Line> lines = new HashMap<>();
    for (Posted posted : books.postings) {
      Optional<Owner> owner = books.accounts.get(posted.cell().account()).owner();
      if (owner.isPresent()) {
        boolean earned = posted.cell().refundId().isEmpty();
        long minor = posted.amount().minor();
        lines.merge(
            owner.get().getCollaborationId(),
            new Line(earned ? minor : 0, earned ? 0 : -minor, 0),
            Line::plus);
      }
    }
    lines.replaceAll(
        (whose, line) -> {
          // Rounded once, half up.
          long net = line.gross() - line.refunds();
          return new Line(
              line.gross(), line.refunds(), (net * BASIS_POINTS.get(whose) + 5_000) / 10_000);
        });
    return lines;
  }

  private record Line(long gross, long refunds, long commission) {
    Line plus(Line other) {
      return new Line(gross + other.gross, refunds + other.refunds, commission + other.commission);
    }

    Line minus(Line other) {
      return new Line(gross - other.gross, refunds - other.refunds, commission - other.commission);
    }
  }

  /** A statement in minor units; what is below zero is carried over, the rest is payable. */
  record Statement(long gross, long refunds, long commission, long adjustments, long carryIn) {
    Statement plus(Statement other) {
      return new Statement(
          gross + other.gross,
          refunds + other.refunds,
          commission + other.commission,
          adjustments + other.adjustments,
          carryIn + other.carryIn);
    }

    Statement carriedIn(long minor) {
      return new Statement(gross, refunds, commission, adjustments, minor);
    }

    long carryOut() {
      return Math.min(0, carryIn + commission + adjustments);
    }

    long payable() {
      return Math.max(0, carryIn + commission + adjustments);
    }

    boolean saysNothing() {
      return gross == 0 && refunds == 0 && commission == 0 && adjustments == 0;
    }
  }
}
