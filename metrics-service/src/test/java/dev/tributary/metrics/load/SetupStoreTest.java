package dev.tributary.metrics.load;

import static dev.tributary.metrics.testing.Attributed.code;
import static dev.tributary.metrics.testing.Attributed.link;
import static dev.tributary.metrics.testing.Attributed.owner;
import static dev.tributary.metrics.testing.Ingested.collaboration;
import static dev.tributary.metrics.testing.Ingested.cost;
import static dev.tributary.metrics.testing.Ingested.countTarget;
import static dev.tributary.metrics.testing.Ingested.creator;
import static dev.tributary.metrics.testing.Ingested.ratioTarget;
import static dev.tributary.metrics.testing.Ingested.sellingCampaign;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.Owner;
import dev.tributary.metrics.goal.Goal;
import dev.tributary.metrics.goal.Objective;
import dev.tributary.metrics.goal.Target;
import dev.tributary.metrics.kpi.Figure;
import dev.tributary.metrics.setup.HandedOut;
import dev.tributary.metrics.setup.HandedOut.Catalogued;
import dev.tributary.metrics.setup.Planned;
import dev.tributary.metrics.setup.Setup;
import dev.tributary.metrics.testing.AppliedFeeds;
import dev.tributary.metrics.testing.Ingested;
import dev.tributary.metrics.testing.TestLog;
import dev.tributary.metrics.vocabulary.Vocabulary;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SetupStoreTest {
  private static final Owner ANNA = owner("anna-spring", "anna", "spring");
  private static final String NOON = "2026-05-04T12:00:00Z";

  private final AppliedFeeds feeds;
  private final FactStore facts = new FactStore(Vocabulary.standard());
  private final GoalStore goals = new GoalStore();
  private final SetupStore setups = new SetupStore();

  SetupStoreTest(TestDatabases kind) {
    feeds = new AppliedFeeds(kind.open("db/follower", "db/metrics"));
  }

  @AfterEach
  void close() {
    feeds.close();
  }

  @Test
  void a_goal_is_that_of_the_newest_version() {
    feeds
        .add("c", sellingCampaign("spring", 2, ratioTarget("roas", 4_000_000)))
        .add("c", sellingCampaign("spring", 1, countTarget("clicks", 7), countTarget("posts", 1)))
        .apply();
    assertThat(setup().goal().objective()).isEqualTo(Objective.SALES);
    assertThat(setup().goal().targets())
        .containsExactly(new Target("roas", new Figure.Ratio(4_000_000, 1_000_000)));
  }

  @Test
  void a_collaboration_says_what_it_lacks() {
    feeds
        .add("c", sellingCampaign("spring", 1))
        .add("anna", creator("anna", 1))
        .add("a", collaboration("anna-spring", 1, "spring", "anna"))
        .add("b", collaboration("bo-spring", 1, "spring", "bo"))
        .add("o", collaboration("cem-autumn", 1, "autumn", "cem"))
        .add("fee", cost("fee", NOON, "anna-spring", "", 100))
        .apply();
    assertThat(setup().planned())
        .containsExactlyInAnyOrder(
            new Planned("anna-spring", "anna", true, true),
            new Planned("bo-spring", "bo", false, false));
  }

  @Test
  void codes_and_links_are_found_by_campaign_and_by_collaboration_once() {
    feeds
        .add("c", sellingCampaign("spring", 1))
        .add("a", collaboration("anna-spring", 1, "spring", "anna"))
        .add("k", code("k", 1, ANNA, code -> code.setEndTime(Ingested.time(NOON))))
        .add("l", link("l", ANNA))
        .add("m", link("m", owner("anna-spring", "anna", "autumn")))
        .add("n", link("n", owner("nobody", "anna", "spring")))
        .add("o", link("o", owner("cem-autumn", "cem", "autumn")))
        .apply();
    assertThat(setup().handedOut())
        .extracting(HandedOut::id)
        .containsExactlyInAnyOrder("k", "l", "m", "n");
    assertThat(handedOut("k").end()).contains(Instant.parse(NOON));
    assertThat(handedOut("l").catalogued()).contains(new Catalogued("anna", "spring"));
    assertThat(handedOut("n").catalogued()).isEqualTo(Optional.empty());
  }

  private HandedOut handedOut(String id) {
    return setup().handedOut().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Setup setup() {
    return feeds.snapshot(
        handle -> {
          Goal goal =
              goals.goal(
                  handle,
                  TestLog.WORKSPACE,
                  facts.campaign(handle, TestLog.WORKSPACE, "spring").orElseThrow());
          return setups.setup(handle, TestLog.WORKSPACE, goal);
        });
  }
}
