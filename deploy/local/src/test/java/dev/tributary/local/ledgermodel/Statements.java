package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.CommissionBonus;
import dev.tributary.attribution.v1.CommissionState;
import dev.tributary.attribution.v1.CommissionTerms;
import dev.tributary.type.v1.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What statements must come to: each has, of every order, the difference between what stands in the
 * books when the period is closed and what earlier statements have.
 */
final class Statements {
  /** After everything. */
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /** What statements have, by order and collaboration. */
  private final Map<String, Open.Line> taken = new HashMap<>();

  /** Where on the scale of tiers it was paid, by collaboration and order. */
  private final Map<String, Map<OrderKey, Earned>> places = new HashMap<>();

  /** By collaboration and currency. */
  private final Map<String, Long> carried = new HashMap<>();

  private final Set<String> bonuses = new HashSet<>();

  private Statements() {}

  /** What the last lock has to write. */
  static Closed ofLastLock(History history) {
    Statements statements = new Statements();
    return statements.closeAll(history.facts());
  }

  /** What no statement has, as lines that people can compare, by collaboration. */
  static Map<String, List<String>> open(History history, Instant now) {
    Statements statements = new Statements();
    var unused = statements.closeAll(history.facts());
    Map<String, List<String>> texts = new TreeMap<>();
    for (Open open : statements.open(sales(history.facts(), NEVER), now)) {
      texts.computeIfAbsent(open.collaboration(), absent -> new ArrayList<>()).add(open.text());
    }
    texts.values().forEach(lines -> lines.sort(Comparator.naturalOrder()));
    return texts;
  }

  /** What each order has earned each collaboration by now, whatever statements have of it. */
  static Map<String, Long> earned(History history) {
    Statements statements = new Statements();
    var unused = statements.closeAll(history.facts());
    Map<String, Long> earned = new TreeMap<>();
    sales(history.facts(), NEVER)
        .forEach(
            (collaboration, sales) ->
                Earned.of(
                        Deals.all().get(collaboration),
                        sales,
                        statements.places.getOrDefault(collaboration, Map.of()),
                        Set.of())
                    .forEach(
                        (key, each) -> earned.put(key + " " + collaboration, each.commission())));
    earned.values().removeIf(minor -> minor == 0);
    return earned;
  }

  private Closed closeAll(List<Fact> facts) {
    Closed last = new Closed(Map.of(), Map.of());
    for (int i = 0; i < facts.size(); i++) {
      if (facts.get(i) instanceof Fact.Locked locked) {
        last = closed(locked, facts.subList(0, i));
      }
    }
    return last;
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
    Map<String, List<Sale>> sales = sales(before, locked.end());
    sales.forEach(
        (collaboration, all) ->
            all.forEach(
                sale ->
                    totals.merge(
                        sale.currency(Deals.all().get(collaboration)),
                        new Totals(sale.net(), 0, 0),
                        Totals::plus)));
    for (Open open : open(sales, locked.at())) {
      totals.merge(open.difference().currency(), open.left(), Totals::plus);
      if (open.state() == CommissionState.COMMISSION_STATE_APPROVED) {
        take(open);
        written.merge(
            open.collaboration() + " " + open.difference().currency(),
            open.taken(),
            Statement::plus);
      }
    }
    written.replaceAll((whose, statement) -> statement.carriedIn(carried.getOrDefault(whose, 0L)));
    written.replaceAll((whose, statement) -> statement.paidFrom(minimumOf(whose)));
    written.forEach((whose, statement) -> carried.put(whose, statement.carryOut()));
    return new Closed(written, totals);
  }

  private void take(Open open) {
    if (open.isBonus()) {
      bonuses.add(open.source());
    } else {
      taken.merge(open.source(), open.difference(), Open.Line::plus);
      places
          .computeIfAbsent(open.collaboration(), absent -> new HashMap<>())
          .put(open.key().orElseThrow(), open.place());
    }
  }

  static long minimumOf(String whose) {
    String[] parts = whose.split(" ", 2);
    return Deals.all().get(parts[0]).getMinimumPayoutsList().stream()
        .filter(money -> money.getCurrencyCode().equals(parts[1]))
        .mapToLong(Money::getMinorUnits)
        .findFirst()
        .orElse(0);
  }

  /**
   * What each collaboration has, tests left out.
   *
   * @param cut postings that count from then on are left out
   */
  private static Map<String, List<Sale>> sales(List<Fact> facts, Instant cut) {
    Map<String, List<Sale>> sales = new TreeMap<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.Ordered ordered && !ordered.order().getTest()) {
        Sale.of(ordered.key(), Books.of(ordered.key(), facts), cut)
            .forEach(
                (collaboration, sale) ->
                    sales.computeIfAbsent(collaboration, absent -> new ArrayList<>()).add(sale));
      }
    }
    return sales;
  }

  /**
   * What statements have not.
   *
   * @param now what has waited long enough by then is approved
   */
  private List<Open> open(Map<String, List<Sale>> sales, Instant now) {
    List<Open> open = new ArrayList<>();
    Deals.all()
        .forEach(
            (collaboration, terms) ->
                open.addAll(
                    open(collaboration, terms, sales.getOrDefault(collaboration, List.of()), now)));
    return open;
  }

  private List<Open> open(
      String collaboration, CommissionTerms terms, List<Sale> sales, Instant now) {
    Set<OrderKey> payable = new HashSet<>();
    for (Sale sale : sales) {
      if (state(collaboration, terms, sale, now) == CommissionState.COMMISSION_STATE_APPROVED) {
        payable.add(sale.key());
      }
    }
    Map<OrderKey, Earned> earned =
        Earned.of(terms, sales, places.getOrDefault(collaboration, Map.of()), payable);
    List<Open> open = new ArrayList<>();
    Map<String, Long> approved = new HashMap<>();
    for (Sale sale : sales) {
      String source = sale.key() + " " + collaboration;
      String currency = sale.currency(terms);
      Open.Line earlier = taken.getOrDefault(source, new Open.Line(currency, 0, 0, 0));
      CommissionState state = state(collaboration, terms, sale, now);
      Earned place = earned.get(sale.key());
      Open.Line difference =
          new Open.Line(currency, sale.gross(), sale.refunds(), place.commission()).minus(earlier);
      if (state == CommissionState.COMMISSION_STATE_APPROVED) {
        approved.merge(currency, sale.net(), Long::sum);
      }
      boolean says = !difference.isNothing() || state == CommissionState.COMMISSION_STATE_REJECTED;
      if (says && !currency.isEmpty()) {
        open.add(
            new Open(
                Optional.of(sale.key()),
                source,
                collaboration,
                state,
                taken.containsKey(source),
                false,
                difference,
                place));
      }
    }
    for (CommissionBonus bonus : terms.getBonusesList()) {
      String source = bonus.getBonusId() + " " + collaboration;
      Money wanted = bonus.getNetSales();
      if (!bonuses.contains(source)
          && approved.getOrDefault(wanted.getCurrencyCode(), 0L) >= wanted.getMinorUnits()) {
        open.add(Open.of(bonus, source, collaboration));
      }
    }
    return open;
  }

  private CommissionState state(
      String collaboration, CommissionTerms terms, Sale sale, Instant now) {
    return sale.state(terms, taken.containsKey(sale.key() + " " + collaboration), now);
  }

  /** What a lock writes, by collaboration and currency, and its totals by currency. */
  record Closed(Map<String, Statement> statements, Map<String, Totals> totals) {}

  /**
   * Totals of a lock.
   *
   * @param net all credit in the ledger, in statements or not
   * @param held commission of held orders
   * @param pending commission of orders that wait
   */
  record Totals(long net, long held, long pending) {
    static final Totals NOTHING = new Totals(0, 0, 0);

    Totals plus(Totals other) {
      return new Totals(net + other.net, held + other.held, pending + other.pending);
    }
  }
}
