package dev.tributary.metrics.load;

import static dev.tributary.metrics.testing.Attributed.byCode;
import static dev.tributary.metrics.testing.Attributed.byLink;
import static dev.tributary.metrics.testing.Attributed.channelLink;
import static dev.tributary.metrics.testing.Attributed.click;
import static dev.tributary.metrics.testing.Attributed.commission;
import static dev.tributary.metrics.testing.Attributed.fee;
import static dev.tributary.metrics.testing.Attributed.link;
import static dev.tributary.metrics.testing.Attributed.nobody;
import static dev.tributary.metrics.testing.Attributed.order;
import static dev.tributary.metrics.testing.Attributed.owner;
import static dev.tributary.metrics.testing.Attributed.touch;
import static dev.tributary.metrics.testing.Ingested.accountCounters;
import static dev.tributary.metrics.testing.Ingested.campaign;
import static dev.tributary.metrics.testing.Ingested.collaboration;
import static dev.tributary.metrics.testing.Ingested.cost;
import static dev.tributary.metrics.testing.Ingested.count;
import static dev.tributary.metrics.testing.Ingested.counters;
import static dev.tributary.metrics.testing.Ingested.creator;
import static dev.tributary.metrics.testing.Ingested.post;
import static dev.tributary.metrics.testing.Ingested.rate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.attribution.v1.CommissionMovementKind;
import dev.tributary.attribution.v1.ConversionFact;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.NewCustomer;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.TouchType;
import dev.tributary.attribution.v1.TouchValidity;
import dev.tributary.metrics.fact.CampaignFact;
import dev.tributary.metrics.fact.ClickFact;
import dev.tributary.metrics.fact.CollaborationFact;
import dev.tributary.metrics.fact.ConversionGoal;
import dev.tributary.metrics.fact.CostFact;
import dev.tributary.metrics.fact.CostOrigin;
import dev.tributary.metrics.fact.CreditFact;
import dev.tributary.metrics.fact.CreditSource;
import dev.tributary.metrics.fact.CustomerNovelty;
import dev.tributary.metrics.fact.FactFilter;
import dev.tributary.metrics.fact.Facts;
import dev.tributary.metrics.fact.PostFact;
import dev.tributary.metrics.fact.TimeRange;
import dev.tributary.metrics.testing.AppliedFeeds;
import dev.tributary.metrics.vocabulary.Vocabulary;
import dev.tributary.runtime.money.Money;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class FactStoreTest {
  private static final Owner ANNA = owner("anna-spring", "anna", "spring");
  private static final Owner BO = owner("bo-autumn", "bo", "autumn");
  private static final String NOON = "2026-05-04T12:00:00Z";
  private static final FactFilter EVERYTHING = FactFilter.everything("acme");

  private final AppliedFeeds feeds;
  private final FactStore store = new FactStore(Vocabulary.standard());

  FactStoreTest(TestDatabases kind) {
    feeds = new AppliedFeeds(kind.open("db/follower", "db/metrics"));
  }

  @AfterEach
  void close() {
    feeds.close();
  }

  @Test
  void a_campaign_brings_its_collaborations_their_posts_and_what_they_cost_and_brought() {
    twoCampaigns();
    Facts facts = load(asking("spring", "", ""));
    assertThat(facts.campaigns()).extracting(CampaignFact::campaignId).containsExactly("spring");
    assertThat(facts.creatorIds()).containsExactly("anna");
    assertThat(facts.collaborations())
        .containsExactly(
            new CollaborationFact(
                "anna-spring", Optional.of("spring"), Optional.of("anna"), true, true));
    assertThat(facts.posts()).extracting(PostFact::postId).containsExactly("p-anna");
    assertThat(facts.clicks()).extracting(ClickFact::collaborationId).containsOnly("anna-spring");
    assertThat(facts.credits()).extracting(CreditFact::collaborationId).containsOnly("anna-spring");
    assertThat(facts.costs())
        .extracting(CostFact::costId)
        .containsExactlyInAnyOrder("fee-anna", "agency-spring");
    assertThat(facts.accounts())
        .singleElement()
        .satisfies(
            account -> {
              assertThat(account.account()).hasToString("instagram/spring-v1");
              assertThat(account.followers().lifetime()).hasSize(1);
            });
  }

  @Test
  void a_creator_brings_nothing_that_belongs_to_a_campaign_as_a_whole() {
    twoCampaigns();
    Facts facts = load(asking("", "anna", ""));
    assertThat(facts.costs()).extracting(CostFact::costId).containsExactly("fee-anna");
    assertThat(facts.accounts()).isEmpty();
    assertThat(facts.campaigns()).extracting(CampaignFact::campaignId).containsExactly("spring");
    Facts same = load(asking("", "", "anna-spring"));
    assertThat(same.collaborations()).isEqualTo(facts.collaborations());
    assertThat(same.costs()).isEqualTo(facts.costs());
    assertThat(load(asking("autumn", "anna", "")).collaborations()).isEmpty();
  }

  @Test
  void without_a_filter_everything_is_there_also_what_belongs_to_nothing() {
    twoCampaigns();
    feeds.add("p-free", post("p-free", 1, "")).apply();
    Facts facts = load(EVERYTHING);
    assertThat(facts.campaigns()).hasSize(2);
    assertThat(facts.posts())
        .extracting(PostFact::postId)
        .containsExactlyInAnyOrder("p-anna", "p-bo", "p-free");
    assertThat(facts.costs()).hasSize(4);
    assertThat(facts.accounts()).hasSize(2);
    assertThat(facts.collaborations()).hasSize(2);
  }

  @Test
  void a_collaboration_that_is_only_named_is_there_with_what_its_owner_says() {
    feeds
        .add("p", post("p1", 1, "cem-spring"))
        .add("o", order("1", 1, NOON, byCode(owner("dora-spring", "dora", "spring"), 100)))
        .apply();
    assertThat(load(EVERYTHING).collaborations())
        .containsExactlyInAnyOrder(
            named("cem-spring", Optional.empty(), Optional.empty()),
            named("dora-spring", Optional.of("spring"), Optional.of("dora")));
    assertThat(load(asking("spring", "", "")).collaborations())
        .containsExactly(named("dora-spring", Optional.of("spring"), Optional.of("dora")));
    assertThat(load(asking("", "", "cem-spring")).posts()).hasSize(1);
    assertThat(load(asking("", "", "nobody-names-it")).collaborations()).isEmpty();
  }

  @Test
  void what_comes_to_the_catalogue_later_takes_the_place_of_the_name() {
    feeds.add("o", order("1", 1, NOON, byCode(ANNA, 100))).apply();
    feeds.add("c", collaboration("anna-spring", 1, "summer", "anna")).apply();
    assertThat(load(EVERYTHING).collaborations())
        .singleElement()
        .satisfies(
            known -> {
              assertThat(known.catalogued()).isTrue();
              assertThat(known.campaignId()).contains("summer");
            });
    assertThat(load(asking("spring", "", "")).credits()).isEmpty();
    assertThat(load(asking("summer", "", "")).credits()).hasSize(1);
  }

  @Test
  void only_followed_links_of_persons_count_as_clicks() {
    feeds
        .add("l1", link("bio", ANNA))
        .add("l2", channelLink("newsletter"))
        .add("v1", click("bio", NOON))
        .add("v2", click("bio", "2026-05-05T12:00:00Z"))
        .add("v3", touch("bio", NOON, some -> some.setTest(true)))
        .add("v4", touch("bio", NOON, some -> some.setValidity(TouchValidity.TOUCH_VALIDITY_BOT)))
        .add("v5", touch("bio", NOON, some -> some.setType(TouchType.TOUCH_TYPE_VISIT)))
        .add("v6", click("newsletter", NOON))
        .add("v7", click("unknown", NOON))
        .add("v8", click("", NOON))
        .apply();
    assertThat(load(EVERYTHING).clicks())
        .containsExactly(new ClickFact("anna-spring", Instant.parse(NOON), 2));
    assertThat(load(asking("spring", "", "")).clicks())
        .extracting(ClickFact::count)
        .containsExactly(2L);
    assertThat(load(EVERYTHING, "2026-05-05T00:00:00Z", "2026-05-06T00:00:00Z").clicks())
        .extracting(ClickFact::count)
        .containsExactly(1L);
  }

  @Test
  void a_series_counts_clicks_by_the_quarter_of_an_hour() {
    feeds
        .add("l1", link("bio", ANNA))
        .add("v1", click("bio", "2026-05-04T18:14:59.999999Z"))
        .add("v1", click("bio", "2026-05-04T18:15:00Z"))
        .add("v2", click("bio", "2026-05-04T18:29:59Z"))
        .apply();
    var range =
        new TimeRange(Instant.parse("2026-05-04T00:00:00Z"), Instant.parse("2026-05-05T00:00:00Z"));
    Facts facts = feeds.snapshot(handle -> store.loadSeries(handle, EVERYTHING, range));
    assertThat(facts.clicks())
        .containsExactlyInAnyOrder(
            new ClickFact("anna-spring", Instant.parse("2026-05-04T18:14:59.999999Z"), 1),
            new ClickFact("anna-spring", Instant.parse("2026-05-04T18:15:00Z"), 2));
  }

  @Test
  void credits_leave_out_tests_and_what_is_nobodys() {
    feeds
        .add("1", order("1", 1, NOON, byCode(ANNA, 600), byLink(ANNA, 400)))
        .add("2", order("2", 1, NOON, nobody(500)))
        .add("3", order("3", 1, NOON, some -> some.setTest(true), byCode(ANNA, 500)))
        .add("4", order("4", 1, NOON, some -> some.setCancelled(true), byCode(ANNA, 0)))
        .add(
            "5",
            order(
                "5",
                1,
                NOON,
                some -> some.setType(ConversionType.CONVERSION_TYPE_LEAD).clearCurrencyCode(),
                byLink(ANNA, 0)))
        .apply();
    Instant time = Instant.parse(NOON);
    assertThat(load(EVERYTHING).credits())
        .containsExactlyInAnyOrder(
            credit(time, CreditSource.CODE, 1_000_000, Optional.of(new Money("EUR", 600))),
            credit(time, CreditSource.LINK, 1_000_000, Optional.of(new Money("EUR", 400))),
            credit(time, CreditSource.CODE, 0, Optional.of(new Money("EUR", 0))),
            new CreditFact(
                "anna-spring",
                time,
                CreditSource.LINK,
                ConversionGoal.LEAD,
                CustomerNovelty.NOT_ASKED,
                1_000_000,
                Optional.empty()));
    assertThat(load(EVERYTHING, NOON, "2026-05-05T00:00:00Z").credits()).hasSize(4);
    assertThat(load(EVERYTHING, "2026-05-01T00:00:00Z", NOON).credits()).isEmpty();
  }

  @Test
  void commissions_are_costs_at_the_time_of_their_conversion_less_what_refunds_took_back() {
    String later = "2026-06-04T12:00:00Z";
    feeds
        .add(
            "o",
            commission(
                "#1", CommissionMovementKind.COMMISSION_MOVEMENT_KIND_ACCRUAL, 1, NOON, ANNA, 900))
        .add(
            "o",
            commission(
                "#1",
                CommissionMovementKind.COMMISSION_MOVEMENT_KIND_CLAWBACK,
                1,
                later,
                ANNA,
                -300))
        .add(
            "o",
            commission(
                "#1", CommissionMovementKind.COMMISSION_MOVEMENT_KIND_DISCOUNT, 1, NOON, ANNA, 777))
        .add(
            "o",
            commission(
                "#2", CommissionMovementKind.COMMISSION_MOVEMENT_KIND_ACCRUAL, 1, NOON, BO, 50))
        .add("f", fee("retainer:2026-05", later, ANNA, 5_000))
        .apply();
    Facts facts = load(asking("spring", "", ""));
    assertThat(facts.costs())
        .extracting(CostFact::costId, CostFact::amount, CostFact::origin, CostFact::time)
        .containsExactlyInAnyOrder(
            tuple("#1", new Money("EUR", 600), CostOrigin.LEDGER_COMMISSION, Instant.parse(NOON)),
            tuple(
                "retainer:2026-05",
                new Money("EUR", 5_000),
                CostOrigin.LEDGER_FEE,
                Instant.parse(later)));
  }

  @Test
  void custom_goals_of_one_order_id_are_told_apart_by_their_names_and_customers_are_kept() {
    feeds
        .add("1", order("1", 1, NOON, some -> custom(some, "deposit"), byCode(ANNA, 600)))
        .add("2", order("1", 1, NOON, some -> custom(some, "donation"), byCode(ANNA, 400)))
        .add("1", order("1", 2, NOON, some -> custom(some, "deposit"), byCode(ANNA, 500)))
        .add(
            "3",
            order(
                "1",
                1,
                NOON,
                some -> some.setNewCustomer(NewCustomer.NEW_CUSTOMER_NEW),
                byCode(ANNA, 300)))
        .apply();
    assertThat(load(EVERYTHING).credits())
        .extracting(CreditFact::goal, CreditFact::novelty, fact -> fact.net().orElseThrow().minor())
        .containsExactlyInAnyOrder(
            tuple(ConversionGoal.CUSTOM, CustomerNovelty.NOT_ASKED, 500L),
            tuple(ConversionGoal.CUSTOM, CustomerNovelty.NOT_ASKED, 400L),
            tuple(ConversionGoal.PURCHASE, CustomerNovelty.NEW, 300L));
  }

  private static void custom(ConversionFact.Builder fact, String name) {
    fact.setType(ConversionType.CONVERSION_TYPE_CUSTOM).setCustomType(name);
  }

  @Test
  void a_cost_is_what_was_received_last_at_the_time_it_was_observed_first() {
    feeds
        .add("fee", cost("fee", "2026-05-02T00:00:00Z", "anna-spring", "", 1_000_00))
        .add("fee", cost("fee", "2026-05-20T00:00:00Z", "anna-spring", "", 900_00))
        .apply();
    assertThat(load(EVERYTHING).costs())
        .singleElement()
        .satisfies(
            cost -> {
              assertThat(cost.amount()).isEqualTo(new Money("EUR", 900_00));
              assertThat(cost.time()).isEqualTo(Instant.parse("2026-05-02T00:00:00Z"));
            });
  }

  @Test
  void a_cost_that_was_moved_belongs_only_where_it_is_now() {
    twoCampaigns();
    feeds.add("fee-anna", cost("fee-anna", NOON, "bo-autumn", "", 1_000_00)).apply();
    assertThat(load(asking("", "anna", "")).costs()).isEmpty();
    assertThat(load(asking("", "bo", "")).costs())
        .extracting(CostFact::costId)
        .contains("fee-anna");
    feeds.add("fee-anna", cost("fee-anna", NOON, "", "spring", 1_000_00)).apply();
    assertThat(load(asking("spring", "", "")).costs())
        .extracting(CostFact::costId)
        .contains("fee-anna");
  }

  @Test
  void rates_are_those_received_last() {
    feeds
        .add("r", rate("2026-05-04", 11_000_000_000L))
        .add("r", rate("2026-05-04", 11_047_500_000L));
    feeds.apply();
    Optional<Money> crowns =
        load(EVERYTHING)
            .rates()
            .convert(new Money("EUR", 100_00), "SEK", LocalDate.parse("2026-05-04"));
    assertThat(crowns).contains(new Money("SEK", 1104_75));
  }

  @Test
  void a_post_that_is_not_in_the_catalogue_waits_for_it() {
    feeds.add("p", counters("p1", NOON, count("views", 7))).apply();
    assertThat(load(EVERYTHING).posts()).isEmpty();
    feeds.add("c", post("p1", 1, "anna-spring")).apply();
    assertThat(load(EVERYTHING).posts())
        .singleElement()
        .satisfies(post -> assertThat(post.timeline("impressions").lifetime()).hasSize(1));
  }

  @Test
  void nothing_of_another_workspace_is_seen() {
    twoCampaigns();
    Facts facts = load(FactFilter.everything("globex"));
    assertThat(facts.campaigns()).isEmpty();
    assertThat(facts.collaborations()).isEmpty();
    assertThat(facts.posts()).isEmpty();
    assertThat(facts.costs()).isEmpty();
    assertThat(facts.clicks()).isEmpty();
    assertThat(facts.credits()).isEmpty();
  }

  /** Anna in spring and Bo in autumn, each with a post, a click, a sale, a fee and an agency. */
  private void twoCampaigns() {
    both("anna", "spring", ANNA);
    both("bo", "autumn", BO);
    feeds.apply();
  }

  private void both(String creator, String campaign, Owner owner) {
    String collaboration = creator + "-" + campaign;
    feeds
        .add(campaign, campaign(campaign, 1))
        .add(creator, creator(creator, 1))
        .add(collaboration, collaboration(collaboration, 1, campaign, creator))
        .add("p", post("p-" + creator, 1, collaboration))
        .add("f", accountCounters(campaign + "-v1", NOON, count("followers_count", 500)))
        .add("c", cost("fee-" + creator, NOON, collaboration, campaign, 100_00))
        .add("a", cost("agency-" + campaign, NOON, "", campaign, 50_00))
        .add("l", link("bio-" + creator, owner))
        .add("v", click("bio-" + creator, NOON))
        .add("o", order("#" + creator, 1, NOON, byLink(owner, 40_00)));
  }

  private Facts load(FactFilter filter) {
    return feeds.snapshot(handle -> store.load(handle, filter, Optional.empty()));
  }

  private Facts load(FactFilter filter, String start, String end) {
    var window = new TimeRange(Instant.parse(start), Instant.parse(end));
    return feeds.snapshot(handle -> store.load(handle, filter, Optional.of(window)));
  }

  private static FactFilter asking(String campaign, String creator, String collaboration) {
    return new FactFilter(
        "acme", one(campaign), one(creator), one(collaboration), Set.of(), Set.of(), Set.of());
  }

  private static Set<String> one(String id) {
    return id.isEmpty() ? Set.of() : Set.of(id);
  }

  private static CollaborationFact named(
      String id, Optional<String> campaign, Optional<String> creator) {
    return new CollaborationFact(id, campaign, creator, false, true);
  }

  private static CreditFact credit(
      Instant time, CreditSource source, long millionths, Optional<Money> net) {
    return new CreditFact(
        "anna-spring",
        time,
        source,
        ConversionGoal.PURCHASE,
        CustomerNovelty.NOT_ASKED,
        millionths,
        net);
  }
}
