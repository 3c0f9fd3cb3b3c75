package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.CommissionState;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PaymentState;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** What statements have so far, by order and collaboration. */
  private final Map<String, Line> taken = new HashMap<>();

  /** By collaboration and currency. */
  private final Map<String, Long> carried = new HashMap<>();

  private Statements() {}

  /** What the last lock has to write. */
  static Closed ofLastLock(History history) {
    Statements statements = new Statements();
    Closed last = new Closed(Map.of(), Map.of());
    List<Fact> facts = history.facts();
    for (int i = 0; i < facts.size(); i++) {
      if (facts.get(i) instanceof Fact.Locked locked) {
        last = statements.closed(locked, facts.subList(0, i));
      }
    }
    return last;
  }

  /** What no statement has, as lines that people can compare, by collaboration. */
  static Map<String, List<String>> open(History history) {
    Statements statements = new Statements();
    List<Fact> facts = history.facts();
    for (int i = 0; i < facts.size(); i++) {
      if (facts.get(i) instanceof Fact.Locked locked) {
        var unused = statements.closed(locked, facts.subList(0, i));
      }
    }
    Map<String, List<String>> open = new TreeMap<>();
    for (Fact.Ordered order : history.orders()) {
      statements
          .openOf(order.key(), history.books(order.key()))
          .forEach(
              each ->
                  open.computeIfAbsent(each.collaboration(), absent -> new ArrayList<>())
                      .add(each.text()));
    }
    open.values().forEach(lines -> lines.sort(Comparator.naturalOrder()));
    return open;
  }

  private Closed closed(Fact.Locked locked, List<Fact> before) {
    Map<String, Statement> written = new TreeMap<>();
    Map<String, Totals> totals = new TreeMap<>();
    carried.forEach(
        (whose, minor) -> {
          if (minor != 0) {
            written.put(whose, Statement.NOTHING);
          }
        });
    for (OrderKey key : locked.orders()) {
      Books books = Books.of(key, before);
      if (isPaidFor(books)) {
        lines(books)
            .values()
            .forEach(
                line ->
                    totals.merge(
                        books.order().getCurrencyCode(),
                        new Totals(line.gross() - line.refunds(), 0, 0),
                        Totals::plus));
      }
      for (Open open : openOf(key, books)) {
        totals.merge(open.currency(), open.left(), Totals::plus);
        if (open.state() == CommissionState.COMMISSION_STATE_APPROVED) {
          taken.merge(open.source(), open.difference(), Line::plus);
          written.merge(
              open.collaboration() + " " + open.currency(), open.taken(), Statement::plus);
        }
      }
    }
    written.replaceAll((whose, statement) -> statement.carriedIn(carried.getOrDefault(whose, 0L)));
    written.forEach((whose, statement) -> carried.put(whose, statement.carryOut()));
    return new Closed(written, totals);
  }

  private static boolean isPaidFor(Books books) {
    return !books.order().getTest() && !books.order().getCurrencyCode().isEmpty();
  }

  /** What an order has that statements have not, for each collaboration that ever had credit. */
  private List<Open> openOf(OrderKey key, Books books) {
    List<Open> open = new ArrayList<>();
    if (!isPaidFor(books)) {
      return open;
    }
    lines(books)
        .forEach(
            (collaboration, line) -> {
              String source = key + " " + collaboration;
              Optional<Line> earlier = Optional.ofNullable(taken.get(source));
              Open each =
                  new Open(
                      source,
                      collaboration,
                      books.order().getCurrencyCode(),
                      state(books, earlier.isPresent()),
                      earlier.isPresent(),
                      line.minus(earlier.orElse(Line.NOTHING)));
              if (!each.difference().equals(Line.NOTHING)
                  || each.state() == CommissionState.COMMISSION_STATE_REJECTED) {
                open.add(each);
              }
            });
    return open;
  }

  /** Held comes first; of what was taken the rest follows whatever happens. */
  private static CommissionState state(Books books, boolean isTaken) {
    if (books.isHeld()) {
      return CommissionState.COMMISSION_STATE_HELD;
    }
    if (isTaken) {
      return CommissionState.COMMISSION_STATE_APPROVED;
    }
    if (books.holding.isRejected()) {
      return CommissionState.COMMISSION_STATE_REJECTED;
    }
    return books.payment == PaymentState.PAYMENT_STATE_PENDING
        ? CommissionState.COMMISSION_STATE_PENDING
        : CommissionState.COMMISSION_STATE_APPROVED;
  }

  /** What the books have of an order for each collaboration that ever had credit. */
  private static Map<String, Line> lines(Books books) {
    Map<String, Line> lines = new TreeMap<>();
    for (Posted posted : books.ledger.postings) {
      Optional<Owner> owner = books.ledger.accounts.get(posted.cell().account()).owner();
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
    static final Line NOTHING = new Line(0, 0, 0);

    Line plus(Line other) {
      return new Line(gross + other.gross, refunds + other.refunds, commission + other.commission);
    }

    Line minus(Line other) {
      return new Line(gross - other.gross, refunds - other.refunds, commission - other.commission);
    }
  }

  /**
   * What statements have not of an order and a collaboration.
   *
   * @param isAdjustment whether they have something
   */
  private record Open(
      String source,
      String collaboration,
      String currency,
      CommissionState state,
      boolean isAdjustment,
      Line difference) {
    Statement taken() {
      return new Statement(
          difference.gross,
          difference.refunds,
          isAdjustment ? 0 : difference.commission,
          isAdjustment ? difference.commission : 0,
          0);
    }

    /** What stays out of a statement. */
    Totals left() {
      return new Totals(
          0,
          state == CommissionState.COMMISSION_STATE_HELD ? difference.commission : 0,
          state == CommissionState.COMMISSION_STATE_PENDING ? difference.commission : 0);
    }

    String text() {
      return "%s %s %s%s: %d - %d, %d"
          .formatted(
              source,
              currency,
              state,
              isAdjustment ? " again" : "",
              difference.gross,
              difference.refunds,
              difference.commission);
    }
  }

  /** What a lock writes, by collaboration and currency, and its totals by currency. */
  record Closed(Map<String, Statement> statements, Map<String, Totals> totals) {}

  /**
   * Totals of a lock.
   *
   * @param net all credit in the ledger, in statements or not
   * @param held commission of held orders
   * @param pending commission of orders that are not paid
   */
  record Totals(long net, long held, long pending) {
    static final Totals NOTHING = new Totals(0, 0, 0);

    Totals plus(Totals other) {
      return new Totals(net + other.net, held + other.held, pending + other.pending);
    }
  }

  /** A statement in minor units; what is below zero is carried over, the rest is payable. */
  record Statement(long gross, long refunds, long commission, long adjustments, long carryIn) {
    static final Statement NOTHING = new Statement(0, 0, 0, 0, 0);

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
  }
}
