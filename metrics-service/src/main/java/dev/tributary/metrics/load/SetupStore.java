package dev.tributary.metrics.load;

import dev.tributary.metrics.goal.Goal;
import dev.tributary.metrics.setup.HandedOut;
import dev.tributary.metrics.setup.HandedOut.Catalogued;
import dev.tributary.metrics.setup.HandedOut.Kind;
import dev.tributary.metrics.setup.Planned;
import dev.tributary.metrics.setup.Setup;
import dev.tributary.runtime.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what is set up for a campaign. */
public final class SetupStore {
  private static final String PLANNED =
      """
      select c.collaboration_id, c.creator_id, c.status,
        exists (select 1 from creator r
          where r.workspace = c.workspace and r.creator_id = c.creator_id) as creator_known,
        exists (select 1 from cost_entry e
          where e.workspace = c.workspace and e.collaboration_id = c.collaboration_id) as has_cost
      from collaboration c
      where c.workspace = :workspace and c.campaign_id = :campaign_id""";

  // Two branches instead of an OR, so that both databases find an index for each.
  private static final String CODES =
      """
      select h.code_id as id, h.collaboration_id, h.creator_id, h.campaign_id, h.start_time,
        h.end_time, h.disabled, c.creator_id as known_creator, c.campaign_id as known_campaign
      from promo_code h
      left join collaboration c
        on c.workspace = h.workspace and c.collaboration_id = h.collaboration_id
      where h.workspace = :workspace and h.%s""";

  private static final String LINKS =
      """
      select h.link_id as id, h.collaboration_id, h.creator_id, h.campaign_id,
        cast(null as timestamp(6) with time zone) as start_time,
        cast(null as timestamp(6) with time zone) as end_time, false as disabled,
        c.creator_id as known_creator, c.campaign_id as known_campaign
      from link h
      left join collaboration c
        on c.workspace = h.workspace and c.collaboration_id = h.collaboration_id
      where h.workspace = :workspace and h.%s""";

  private static final String OF_CAMPAIGN = "campaign_id = :campaign_id";
  private static final String OF_COLLABORATIONS = "collaboration_id = any(:collaboration_ids)";

  /** The tables of the database that the handle belongs to. */
  public SetupStore() {}

  /** What is set up for a campaign of the catalogue. */
  public Setup setup(Handle snapshot, String workspace, Goal goal) {
    List<Planned> planned = planned(snapshot, workspace, goal.campaign().campaignId());
    return new Setup(
        goal,
        planned,
        Stream.of(
                handedOut(snapshot, workspace, goal, planned, Kind.CODE, CODES),
                handedOut(snapshot, workspace, goal, planned, Kind.LINK, LINKS))
            .flatMap(List::stream)
            .toList());
  }

  private static List<Planned> planned(Handle handle, String workspace, String campaignId) {
    return handle
        .createQuery(PLANNED)
        .bind("workspace", workspace)
        .bind("campaign_id", campaignId)
        .map((row, context) -> new Row(planned(row), row.getInt("status")))
        .stream()
        .filter(row -> ContractNumbers.isAgreed(row.status()))
        .map(Row::planned)
        .toList();
  }

  private static List<HandedOut> handedOut(
      Handle handle, String workspace, Goal goal, List<Planned> planned, Kind kind, String sql) {
    List<String> ids = planned.stream().map(Planned::collaborationId).toList();
    return handle
        .createQuery(sql.formatted(OF_CAMPAIGN) + "\nunion\n" + sql.formatted(OF_COLLABORATIONS))
        .bind("workspace", workspace)
        .bind("campaign_id", goal.campaign().campaignId())
        .bindArray("collaboration_ids", String.class, ids)
        .map((row, context) -> handedOut(kind, row))
        .list();
  }

  private static Planned planned(ResultSet row) throws SQLException {
    return new Planned(
        row.getString("collaboration_id"),
        row.getString("creator_id"),
        row.getBoolean("creator_known"),
        row.getBoolean("has_cost"));
  }

  private static HandedOut handedOut(Kind kind, ResultSet row) throws SQLException {
    return new HandedOut(
        kind,
        row.getString("id"),
        row.getString("collaboration_id"),
        row.getString("creator_id"),
        row.getString("campaign_id"),
        Optional.ofNullable(catalogued(row)),
        Columns.optionalTime(row, "start_time"),
        Columns.optionalTime(row, "end_time"),
        row.getBoolean("disabled"));
  }

  private static @Nullable Catalogued catalogued(ResultSet row) throws SQLException {
    @Nullable String creator = row.getString("known_creator");
    @Nullable String campaign = row.getString("known_campaign");
    return creator == null || campaign == null ? null : new Catalogued(creator, campaign);
  }

  private record Row(Planned planned, int status) {}
}
