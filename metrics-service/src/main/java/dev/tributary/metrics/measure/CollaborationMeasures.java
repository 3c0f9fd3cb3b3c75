package dev.tributary.metrics.measure;

import dev.tributary.metrics.fact.ClickFact;
import dev.tributary.metrics.fact.ConversionGoal;
import dev.tributary.metrics.fact.CostFact;
import dev.tributary.metrics.fact.CreditFact;
import dev.tributary.metrics.fact.CreditSource;
import dev.tributary.metrics.fact.CustomerNovelty;
import dev.tributary.metrics.fact.PostFact;
import dev.tributary.metrics.fact.ProvenanceClass;
import dev.tributary.metrics.fact.Source;
import dev.tributary.runtime.money.Money;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Measures of a collaboration, or of a campaign as a whole. Clicks and sales are our own tracking:
 * where none was seen there was none, a known zero. Costs are told to us: where none was told, none
 * is known.
 *
 * @param window what is asked for
 * @param terms how money is given
 * @param zone the campaign's zone, in which an amount's day is found for its rate
 */
record CollaborationMeasures(Window window, MoneyTerms terms, ZoneId zone) {
  /** What each count of one goal counts. */
  private static final Map<Measure, ConversionGoal> GOALS =
      Map.of(
          Measure.SIGN_UPS, ConversionGoal.SIGN_UP,
          Measure.NEWSLETTER_SIGN_UPS, ConversionGoal.NEWSLETTER,
          Measure.WEBINAR_REGISTRATIONS, ConversionGoal.WEBINAR,
          Measure.LEADS, ConversionGoal.LEAD,
          Measure.CONTENT_DOWNLOADS, ConversionGoal.CONTENT_DOWNLOAD,
          Measure.APP_INSTALLS, ConversionGoal.APP_INSTALL,
          Measure.TRIALS, ConversionGoal.TRIAL,
          Measure.DEMOS, ConversionGoal.DEMO,
          Measure.SUBSCRIPTIONS_STARTED, ConversionGoal.SUBSCRIPTION_START,
          Measure.RENEWALS, ConversionGoal.SUBSCRIPTION_RENEWAL);

  private static final Source TRACKING = new Source(ProvenanceClass.OWN_TRACKING, "attribution");

  /**
   * A measure of sales and clicks, from the facts of one collaboration.
   *
   * @param pastSales posts that stand for sales told as totals
   */
  Cell of(
      Measure measure,
      List<PostFact> pastSales,
      List<ClickFact> clicks,
      List<CreditFact> credits,
      List<CostFact> costs) {
    PastSales past = new PastSales(pastSales, terms, zone);
    if (measure != Measure.COST && past.areTold()) {
      return past.of(measure, window);
    }
    return switch (measure) {
      case CLICKS -> clicks(clicks);
      case CONVERSIONS -> conversions(credits, credit -> true, "conversions.credited");
      case LINK_CONVERSIONS ->
          conversions(
              credits, credit -> credit.source() == CreditSource.LINK, "conversions.by_link");
      case ORDERS -> conversions(credits, CreditFact::isOrder, "conversions.orders");
      case SIGN_UPS,
          NEWSLETTER_SIGN_UPS,
          WEBINAR_REGISTRATIONS,
          LEADS,
          CONTENT_DOWNLOADS,
          APP_INSTALLS,
          TRIALS,
          DEMOS,
          SUBSCRIPTIONS_STARTED,
          RENEWALS ->
          conversions(
              credits,
              credit -> credit.goal() == GOALS.get(measure),
              "conversions." + measure.id());
      case NEW_CUSTOMERS -> newCustomers(credits);
      case REVENUE -> revenue(credits);
      case COST -> cost(costs);
      default -> throw new IllegalArgumentException(measure + " is no measure of collaborations");
    };
  }

  /** Everything spent in the window; a cost outside of it is known to be nothing inside. */
  Cell cost(List<CostFact> costs) {
    if (costs.isEmpty()) {
      return Cell.missing(Gap.notCollected("no cost observed"));
    }
    List<ToldTwice> conflicts = ToldTwice.in(costs, window, zone);
    return Cell.sum(
        Stream.concat(
                costs.stream()
                    .filter(cost -> conflicts.stream().noneMatch(each -> each.concerns(cost)))
                    .map(this::spent),
                conflicts.stream().map(each -> Cell.missing(each.gap())))
            .toList());
  }

  private Cell spent(CostFact cost) {
    Money amount =
        window.contains(cost.time()) ? cost.amount() : Money.zero(cost.amount().currency());
    Evidence evidence =
        Evidence.of(
            cost.source(), cost.origin().isOfLedger() ? "commission.ledger" : "cost.observed");
    return terms.cell(amount, cost.time().atZone(zone).toLocalDate(), evidence);
  }

  private Cell clicks(List<ClickFact> clicks) {
    long count =
        clicks.stream()
            .filter(click -> window.contains(click.time()))
            .mapToLong(ClickFact::count)
            .sum();
    return Cell.count(count, Evidence.of(TRACKING, "clicks.persons"));
  }

  private Cell conversions(
      List<CreditFact> credits, Predicate<CreditFact> which, String definitionId) {
    long millionths =
        credits.stream()
            .filter(which)
            .filter(credit -> window.contains(credit.conversionTime()))
            .mapToLong(CreditFact::conversionMillionths)
            .sum();
    return Cell.count(millionths, Evidence.of(TRACKING, definitionId));
  }

  /** Orders of which it is not known whether the customer is new are a gap, never nothing. */
  private Cell newCustomers(List<CreditFact> credits) {
    List<CreditFact> orders =
        credits.stream()
            .filter(CreditFact::isOrder)
            .filter(credit -> credit.conversionMillionths() > 0)
            .filter(credit -> window.contains(credit.conversionTime()))
            .toList();
    long unknown = orders.stream().filter(CollaborationMeasures::isNotKnownToBeNew).count();
    Cell known =
        conversions(
            orders, credit -> credit.novelty() == CustomerNovelty.NEW, "conversions.new_customers");
    if (unknown == 0) {
      return known;
    }
    Gap gap = Gap.notAvailable("not known whether the customer was new");
    return unknown == orders.size()
        ? Cell.missing(gap)
        : new Cell(known.number(), List.of(gap), known.evidence());
  }

  private static boolean isNotKnownToBeNew(CreditFact order) {
    return order.novelty() != CustomerNovelty.NEW && order.novelty() != CustomerNovelty.RETURNING;
  }

  private Cell revenue(List<CreditFact> credits) {
    Evidence evidence = Evidence.of(TRACKING, "revenue.net_sales");
    List<Cell> amounts =
        credits.stream()
            .filter(credit -> window.contains(credit.conversionTime()))
            .flatMap(
                credit ->
                    credit.net().stream()
                        .map(
                            net ->
                                terms.cell(
                                    net,
                                    credit.conversionTime().atZone(zone).toLocalDate(),
                                    evidence)))
            .toList();
    return amounts.isEmpty() ? Cell.of(Amounts.NONE, evidence) : Cell.sum(amounts);
  }
}
