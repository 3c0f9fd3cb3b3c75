package dev.tributary.metrics.load;

import dev.tributary.metrics.fact.CampaignFact;
import dev.tributary.metrics.goal.Goal;
import dev.tributary.metrics.goal.Objective;
import dev.tributary.metrics.goal.Target;
import dev.tributary.metrics.kpi.Figure;
import dev.tributary.runtime.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads goals. */
public final class GoalStore {
  private static final int MILLION = 1_000_000;

  /** The tables of the database that the handle belongs to. */
  public GoalStore() {}

  /** The goal of a campaign of the catalogue. */
  public Goal goal(Handle handle, String workspace, CampaignFact campaign) {
    return new Goal(
        campaign,
        objective(handle, workspace, campaign.campaignId()),
        targets(handle, workspace, campaign));
  }

  private static Objective objective(Handle handle, String workspace, String campaignId) {
    return handle
        .createQuery(
            """
            select objective from campaign_goal
            where workspace = :workspace and campaign_id = :campaign_id""")
        .bind("workspace", workspace)
        .bind("campaign_id", campaignId)
        .mapTo(Integer.class)
        .findOne()
        .map(Objective::of)
        // The feed is being read again and has not come to this campaign.
        .orElse(Objective.AWARENESS);
  }

  private static List<Target> targets(Handle handle, String workspace, CampaignFact campaign) {
    return handle
        .createQuery(
            """
            select kpi_id, target_count, ratio_millionths, money_minor from campaign_target
            where workspace = :workspace and campaign_id = :campaign_id
            order by kpi_id""")
        .bind("workspace", workspace)
        .bind("campaign_id", campaign.campaignId())
        .map((row, context) -> new Target(row.getString("kpi_id"), figure(row, campaign)))
        .list();
  }

  private static Figure figure(ResultSet row, CampaignFact campaign) throws SQLException {
    @Nullable Long count = row.getObject("target_count", Long.class);
    if (count != null) {
      return new Figure.Count(count);
    }
    @Nullable Long millionths = row.getObject("ratio_millionths", Long.class);
    return millionths != null
        ? new Figure.Ratio(millionths, MILLION)
        : new Figure.Amount(new Money(campaign.currency(), row.getLong("money_minor")));
  }
}
