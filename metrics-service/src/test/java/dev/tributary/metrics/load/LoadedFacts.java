package dev.tributary.metrics.load;

import static dev.tributary.metrics.testing.Attributed.byLink;
import static dev.tributary.metrics.testing.Attributed.click;
import static dev.tributary.metrics.testing.Attributed.link;
import static dev.tributary.metrics.testing.Attributed.order;
import static dev.tributary.metrics.testing.Attributed.owner;
import static dev.tributary.metrics.testing.Ingested.accountCounters;
import static dev.tributary.metrics.testing.Ingested.campaign;
import static dev.tributary.metrics.testing.Ingested.collaboration;
import static dev.tributary.metrics.testing.Ingested.cost;
import static dev.tributary.metrics.testing.Ingested.count;
import static dev.tributary.metrics.testing.Ingested.creator;
import static dev.tributary.metrics.testing.Ingested.post;

import dev.tributary.attribution.v1.Owner;
import dev.tributary.metrics.fact.FactFilter;
import dev.tributary.metrics.fact.Facts;
import dev.tributary.metrics.fact.TimeRange;
import dev.tributary.metrics.testing.AppliedFeeds;
import dev.tributary.metrics.vocabulary.Vocabulary;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** Facts as they are loaded after the feeds were applied. */
abstract class LoadedFacts {
  static final Owner ANNA = owner("anna-spring", "anna", "spring");
  static final Owner BO = owner("bo-autumn", "bo", "autumn");
  static final String NOON = "2026-05-04T12:00:00Z";
  static final FactFilter EVERYTHING = FactFilter.everything("acme");

  final AppliedFeeds feeds;
  final FactStore store = new FactStore(Vocabulary.standard());

  LoadedFacts(TestDatabases kind) {
    feeds = new AppliedFeeds(kind.open("db/follower", "db/metrics"));
  }

  @AfterEach
  void close() {
    feeds.close();
  }

  /** Anna in spring and Bo in autumn, each with a post, a click, a sale, a fee and an agency. */
  void twoCampaigns() {
    both("anna", "spring", ANNA);
    both("bo", "autumn", BO);
    feeds.apply();
  }

  void both(String creator, String campaign, Owner owner) {
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

  Facts load(FactFilter filter) {
    return feeds.snapshot(handle -> store.load(handle, filter, Optional.empty()));
  }

  Facts load(FactFilter filter, String start, String end) {
    var window = new TimeRange(Instant.parse(start), Instant.parse(end));
    return feeds.snapshot(handle -> store.load(handle, filter, Optional.of(window)));
  }

  static FactFilter asking(String campaign, String creator, String collaboration) {
    return new FactFilter(
        "acme", one(campaign), one(creator), one(collaboration), Set.of(), Set.of(), Set.of());
  }

  static Set<String> one(String id) {
    return id.isEmpty() ? Set.of() : Set.of(id);
  }
}
