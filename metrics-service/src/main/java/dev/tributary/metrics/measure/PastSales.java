package dev.tributary.metrics.measure;

import dev.tributary.metrics.fact.PostFact;
import dev.tributary.metrics.fact.Timeline;
import dev.tributary.runtime.money.Money;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sales of a past campaign that somebody told as totals. They are counters of the post that stands
 * for a creator's part in it, so a total is known at its moment, is nothing before the campaign
 * began, and is unknown in between. Where totals are told they are the sales: no order stands
 * behind them that could be tracked beside.
 *
 * @param posts posts of one collaboration that tell totals
 * @param terms how money is given
 * @param zone the campaign's zone, in which the day of an amount is found for its rate
 */
record PastSales(List<PostFact> posts, MoneyTerms terms, ZoneId zone) {
  private static final String ORDERS = "past_orders";
  private static final String REVENUE = "past_revenue.";
  private static final long MILLIONTHS = 1_000_000;

  /** Whether any total is told. */
  boolean areTold() {
    return !posts.isEmpty();
  }

  /** Currencies of the totals of some posts. */
  static Stream<String> currencies(Collection<PostFact> posts) {
    return posts.stream()
        .flatMap(post -> post.timelines().keySet().stream())
        .flatMap(metric -> currency(metric).stream());
  }

  /** A measure of sales and clicks. */
  Cell of(Measure measure, Window window) {
    return switch (measure) {
      case CONVERSIONS, ORDERS -> orders(window);
      case REVENUE -> revenue(window);
      default -> Cell.missing(Gap.notCollected("of a past campaign only totals are known"));
    };
  }

  private Cell orders(Window window) {
    List<Cell> cells = new ArrayList<>();
    for (PostFact post : posts) {
      Timeline told = post.timeline(ORDERS);
      if (!told.isEmpty()) {
        Cell orders = counter(told, post, window);
        cells.add(
            new Cell(orders.number().map(PastSales::millionths), orders.gaps(), orders.evidence()));
      }
    }
    return cells.isEmpty() ? Cell.missing(Gap.notCollected("no orders told")) : Cell.sum(cells);
  }

  private Cell revenue(Window window) {
    List<Cell> cells = new ArrayList<>();
    for (PostFact post : posts) {
      for (Map.Entry<String, Timeline> told : post.timelines().entrySet()) {
        currency(told.getKey())
            .ifPresent(currency -> cells.add(revenue(currency, told.getValue(), post, window)));
      }
    }
    return cells.isEmpty() ? Cell.missing(Gap.notCollected("no revenue told")) : Cell.sum(cells);
  }

  /** Converted by the rate of the day on which the total stood. */
  private Cell revenue(String currency, Timeline told, PostFact post, Window window) {
    Cell total = counter(told, post, window);
    if (total.number().isEmpty()) {
      return total;
    }
    long minor = total.number().get().in(Amounts.COUNT).longValueExact();
    return terms.cell(
        new Money(currency, minor),
        told.lifetime().get(told.lifetime().size() - 1).observedTime().atZone(zone).toLocalDate(),
        total.evidence());
  }

  private static Cell counter(Timeline told, PostFact post, Window window) {
    return new Counter(told, post.publishTime(), Optional.empty()).in(window);
  }

  /** Whether a post tells totals. */
  static boolean areToldBy(PostFact post) {
    return post.timelines().keySet().stream()
        .anyMatch(metric -> metric.equals(ORDERS) || currency(metric).isPresent());
  }

  private static Optional<String> currency(String metric) {
    return metric.startsWith(REVENUE)
        ? Optional.of(metric.substring(REVENUE.length()))
        : Optional.empty();
  }

  private static Amounts millionths(Amounts orders) {
    return Amounts.count(
        orders.in(Amounts.COUNT).multiply(BigInteger.valueOf(MILLIONTHS)).longValueExact());
  }
}
