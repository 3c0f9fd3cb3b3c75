package dev.tributary.metrics.load;

import static dev.tributary.metrics.testing.Attributed.byCode;
import static dev.tributary.metrics.testing.Attributed.order;
import static dev.tributary.metrics.testing.Attributed.owner;
import static dev.tributary.metrics.testing.Ingested.campaign;
import static dev.tributary.metrics.testing.Ingested.collaboration;
import static dev.tributary.metrics.testing.Ingested.count;
import static dev.tributary.metrics.testing.Ingested.counters;
import static dev.tributary.metrics.testing.Ingested.creator;
import static dev.tributary.metrics.testing.Ingested.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.metrics.fact.CampaignFact;
import dev.tributary.metrics.fact.ClickFact;
import dev.tributary.metrics.fact.CollaborationFact;
import dev.tributary.metrics.fact.CostFact;
import dev.tributary.metrics.fact.CreditFact;
import dev.tributary.metrics.fact.FactFilter;
import dev.tributary.metrics.fact.Facts;
import dev.tributary.metrics.fact.PostFact;
import dev.tributary.runtime.testing.TestDatabases;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What belongs together, whoever asks for it. */
@ParameterizedClass
@EnumSource
class FactStoreTest extends LoadedFacts {
  FactStoreTest(TestDatabases kind) {
    super(kind);
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

  private static CollaborationFact named(
      String id, Optional<String> campaign, Optional<String> creator) {
    return new CollaborationFact(id, campaign, creator, false, true);
  }
}
