package dev.tributary.metrics.query;

import dev.tributary.metrics.goal.Goal;
import dev.tributary.metrics.load.FactStore;
import dev.tributary.metrics.load.GoalStore;
import dev.tributary.metrics.load.SetupStore;
import dev.tributary.metrics.setup.Check;
import dev.tributary.metrics.setup.Finding;
import dev.tributary.metrics.setup.Setup;
import dev.tributary.metrics.setup.SetupChecks;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.feed.Freshness;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Answers questions about a campaign as it is planned. */
public final class CampaignQueries {
  private final Database database;
  private final FactStore facts;
  private final Freshness freshness;
  private final Clock clock;
  private final GoalStore goals = new GoalStore();
  private final SetupStore setups = new SetupStore();

  /**
   * Answers from a database.
   *
   * @param clock tells whether a campaign is over
   */
  public CampaignQueries(Database database, FactStore facts, Freshness freshness, Clock clock) {
    this.database = database;
    this.facts = facts;
    this.freshness = freshness;
    this.clock = clock;
  }

  /** What the campaign lacks; of one that the catalogue does not have, just that. */
  Answer<Check> check(String workspace, String campaignId) {
    return database.snapshot(
        handle ->
            new Answer<>(
                goal(handle, workspace, campaignId)
                    .map(goal -> check(setups.setup(handle, workspace, goal)))
                    .orElseGet(() -> new Check(List.of(Finding.campaignUnknown(campaignId)), 0)),
                Optional.empty(),
                freshness.asOf(handle)));
  }

  /** A campaign's goal, if the catalogue has it. */
  Optional<Goal> goal(String workspace, String campaignId) {
    return database.snapshot(handle -> goal(handle, workspace, campaignId));
  }

  private Check check(Setup setup) {
    return new Check(SetupChecks.of(setup, clock.instant()), setup.planned().size());
  }

  private Optional<Goal> goal(Handle handle, String workspace, String campaignId) {
    return facts
        .campaign(handle, workspace, campaignId)
        .map(campaign -> goals.goal(handle, workspace, campaign));
  }
}
