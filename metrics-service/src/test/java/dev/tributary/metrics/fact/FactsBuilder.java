package dev.tributary.metrics.fact;

import dev.tributary.runtime.money.Currencies;
import dev.tributary.runtime.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Facts for tests: says what matters, assumes the rest. */
public final class FactsBuilder {
  /** Where most test numbers come from. */
  public static final Source API = new Source(ProvenanceClass.FIRST_PARTY_API, "test-api");

  private final List<CampaignFact> campaigns = new ArrayList<>();
  private final Set<String> creatorIds = new HashSet<>();
  private final List<CollaborationFact> collaborations = new ArrayList<>();
  private final List<PostFact> posts = new ArrayList<>();
  private final List<ClickFact> clicks = new ArrayList<>();
  private final List<CreditFact> credits = new ArrayList<>();
  private final List<CostFact> costs = new ArrayList<>();
  private final List<AccountFact> accounts = new ArrayList<>();
  private final List<ExchangeRate> rates = new ArrayList<>();
  private final List<UnknownMetric> unknownMetrics = new ArrayList<>();

  /** A campaign of May 2026 in UTC. */
  public FactsBuilder campaign(String campaignId, String currency, AccountKey... brandAccounts) {
    campaigns.add(
        new CampaignFact(
            campaignId,
            LocalDate.parse("2026-05-01"),
            LocalDate.parse("2026-05-31"),
            ZoneId.of("UTC"),
            currency,
            List.of(brandAccounts)));
    return this;
  }

  /** A collaboration that came about, with a creator of the catalogue. */
  public FactsBuilder collaboration(String collaborationId, String campaignId, String creatorId) {
    creatorIds.add(creatorId);
    return collaboration(
        new CollaborationFact(
            collaborationId, Optional.of(campaignId), Optional.of(creatorId), true, true));
  }

  public FactsBuilder collaboration(CollaborationFact collaboration) {
    collaborations.add(collaboration);
    return this;
  }

  /** An Instagram picture published on 2026-05-02 at noon, unless said otherwise. */
  public FactsBuilder post(String postId, UnaryOperator<PostBuilder> details) {
    posts.add(details.apply(new PostBuilder(postId)).build());
    return this;
  }

  public FactsBuilder clicks(String collaborationId, String time, long count) {
    clicks.add(new ClickFact(collaborationId, Instant.parse(time), count));
    return this;
  }

  /** An order by link, for example {@code order("anna", "2026-05-03T10:00:00Z", "30.00 EUR")}. */
  public FactsBuilder order(String collaborationId, String time, String net) {
    return credit(collaborationId, time, CreditSource.LINK, 1_000_000, net);
  }

  /** A whole order by link of a customer of whom this is known. */
  public FactsBuilder order(
      String collaborationId, String time, String net, CustomerNovelty novelty) {
    return credit(collaborationId, time, CreditSource.LINK, 1_000_000, net, novelty);
  }

  public FactsBuilder credit(
      String collaborationId, String time, CreditSource source, long millionths, String net) {
    return credit(collaborationId, time, source, millionths, net, CustomerNovelty.UNKNOWN);
  }

  private FactsBuilder credit(
      String collaborationId,
      String time,
      CreditSource source,
      long millionths,
      String net,
      CustomerNovelty novelty) {
    credits.add(
        new CreditFact(
            collaborationId,
            Instant.parse(time),
            source,
            ConversionGoal.PURCHASE,
            novelty,
            millionths,
            Optional.of(money(net))));
    return this;
  }

  public FactsBuilder lead(String collaborationId, String time) {
    return goal(collaborationId, time, ConversionGoal.LEAD);
  }

  /** A whole goal without an amount, by link. */
  public FactsBuilder goal(String collaborationId, String time, ConversionGoal goal) {
    credits.add(
        new CreditFact(
            collaborationId,
            Instant.parse(time),
            CreditSource.LINK,
            goal,
            CustomerNovelty.NOT_ASKED,
            1_000_000,
            Optional.empty()));
    return this;
  }

  /** A cost of a collaboration, typed in by hand on 2026-05-01 at noon. */
  public FactsBuilder cost(String collaborationId, String amount) {
    return cost(Optional.of(collaborationId), Optional.empty(), "2026-05-01T12:00:00Z", amount);
  }

  public FactsBuilder campaignCost(String campaignId, String amount) {
    return cost(Optional.empty(), Optional.of(campaignId), "2026-05-01T12:00:00Z", amount);
  }

  public FactsBuilder cost(
      Optional<String> collaborationId, Optional<String> campaignId, String time, String amount) {
    costs.add(
        new CostFact(
            "cost-" + costs.size(),
            collaborationId,
            campaignId,
            Instant.parse(time),
            money(amount),
            new Source(ProvenanceClass.MANUAL, "books")));
    return this;
  }

  /** A cost that the ledger may say too. */
  public FactsBuilder cost(String collaborationId, CostOrigin origin, String time, String amount) {
    costs.add(
        new CostFact(
            "cost-" + costs.size(),
            Optional.of(collaborationId),
            Optional.empty(),
            Instant.parse(time),
            money(amount),
            origin.isOfLedger()
                ? new Source(ProvenanceClass.OWN_TRACKING, "attribution")
                : new Source(ProvenanceClass.MANUAL, "books"),
            origin));
    return this;
  }

  /** A brand account with readings of its followers, given as time and count in turn. */
  public FactsBuilder account(AccountKey account, Object... followers) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < followers.length; i += 2) {
      readings.add(
          reading((String) followers[i], ((Integer) followers[i + 1]).longValue(), "followers"));
    }
    accounts.add(new AccountFact(account, Timeline.of(readings, List.of())));
    return this;
  }

  public FactsBuilder rate(String base, String quote, String date, long rateNanos) {
    rates.add(new ExchangeRate(base, quote, LocalDate.parse(date), rateNanos));
    return this;
  }

  public FactsBuilder unknownMetric(String postId, String metric, String time) {
    Instant observed = Instant.parse(time);
    unknownMetrics.add(new UnknownMetric(Optional.of(postId), postId, metric, observed, observed));
    return this;
  }

  public Facts build() {
    return new Facts(
        campaigns,
        creatorIds,
        collaborations,
        posts,
        clicks,
        credits,
        costs,
        accounts,
        Rates.of(rates),
        unknownMetrics);
  }

  /** "12.34 EUR". */
  public static Money money(String text) {
    String[] parts = text.split(" ", -1);
    return new Money(parts[1], Currencies.parseMinor(parts[1], parts[0]));
  }

  /** A number seen through {@link #API}. */
  static Reading reading(String time, long count, String metric) {
    return new Reading(Instant.parse(time), ReadingState.VALUE, count, API, "test." + metric, 0);
  }
}
