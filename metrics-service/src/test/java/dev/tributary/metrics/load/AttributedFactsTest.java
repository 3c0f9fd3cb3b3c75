package dev.tributary.metrics.load;

import static dev.tributary.metrics.testing.Attributed.byCode;
import static dev.tributary.metrics.testing.Attributed.byLink;
import static dev.tributary.metrics.testing.Attributed.channelLink;
import static dev.tributary.metrics.testing.Attributed.click;
import static dev.tributary.metrics.testing.Attributed.link;
import static dev.tributary.metrics.testing.Attributed.nobody;
import static dev.tributary.metrics.testing.Attributed.order;
import static dev.tributary.metrics.testing.Attributed.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.attribution.v1.ConversionFact;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.NewCustomer;
import dev.tributary.attribution.v1.TouchType;
import dev.tributary.attribution.v1.TouchValidity;
import dev.tributary.metrics.fact.ClickFact;
import dev.tributary.metrics.fact.ConversionGoal;
import dev.tributary.metrics.fact.CreditFact;
import dev.tributary.metrics.fact.CreditSource;
import dev.tributary.metrics.fact.CustomerNovelty;
import dev.tributary.metrics.fact.Facts;
import dev.tributary.metrics.fact.TimeRange;
import dev.tributary.runtime.money.Money;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Clicks and credits. */
@ParameterizedClass
@EnumSource
class AttributedFactsTest extends LoadedFacts {
  AttributedFactsTest(TestDatabases kind) {
    super(kind);
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
