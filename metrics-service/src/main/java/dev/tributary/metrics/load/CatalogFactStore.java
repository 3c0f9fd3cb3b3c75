package dev.tributary.metrics.load;

import dev.tributary.metrics.fact.AccountKey;
import dev.tributary.metrics.fact.CampaignFact;
import dev.tributary.metrics.fact.CollaborationFact;
import dev.tributary.metrics.fact.FactFilter;
import dev.tributary.runtime.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue. */
final class CatalogFactStore {
  /** Campaigns with their accounts; all of the workspace when no ids are given. */
  List<CampaignFact> campaigns(Handle handle, String workspace, Optional<Set<String>> ids) {
    Map<String, List<AccountKey>> accounts = brandAccounts(handle, workspace, ids);
    return Conditions.of(workspace)
        .only("campaign_id", ids)
        .query(
            handle, "select campaign_id, start_date, end_date, time_zone, currency from campaign")
        .map(
            (row, context) ->
                campaign(row, accounts.getOrDefault(row.getString("campaign_id"), List.of())))
        .list();
  }

  /** Those of the creators that the catalogue has. */
  Set<String> creators(Handle handle, String workspace, Set<String> ids) {
    return Conditions.of(workspace)
        .anyOf("creator_id", ids)
        .query(handle, "select creator_id from creator")
        .mapTo(String.class)
        .set();
  }

  /** Collaborations of the catalogue that the filter chooses. */
  List<CollaborationFact> collaborations(Handle handle, FactFilter filter) {
    return Conditions.of(filter.workspace())
        .asked("campaign_id", filter.campaignIds())
        .asked("creator_id", filter.creatorIds())
        .asked("collaboration_id", filter.collaborationIds())
        .query(
            handle, "select collaboration_id, campaign_id, creator_id, status from collaboration")
        .map((row, context) -> collaboration(row))
        .list();
  }

  /** Those of the collaborations that the catalogue has, whatever a filter says. */
  Set<String> catalogued(Handle handle, String workspace, Set<String> ids) {
    return Conditions.of(workspace)
        .anyOf("collaboration_id", ids)
        .query(handle, "select collaboration_id from collaboration")
        .mapTo(String.class)
        .set();
  }

  /** Posts of the scope. */
  List<PostRow> posts(Handle handle, Scope scope) {
    return Conditions.of(scope.workspace())
        .only("collaboration_id", scope.collaborationIds())
        .query(
            handle,
            """
            select post_id, collaboration_id, platform, format, publish_time, expire_time,
              removal_time, follower_count
            from post""")
        .map((row, context) -> post(row))
        .list();
  }

  private static Map<String, List<AccountKey>> brandAccounts(
      Handle handle, String workspace, Optional<Set<String>> campaignIds) {
    return Conditions.of(workspace)
        .only("campaign_id", campaignIds)
        .query(handle, "select campaign_id, platform, handle from brand_account")
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("campaign_id"),
                    new AccountKey(
                        ContractNumbers.platform(row.getInt("platform")), row.getString("handle"))))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static CampaignFact campaign(ResultSet row, List<AccountKey> accounts)
      throws SQLException {
    return new CampaignFact(
        row.getString("campaign_id"),
        row.getObject("start_date", LocalDate.class),
        row.getObject("end_date", LocalDate.class),
        ZoneId.of(row.getString("time_zone")),
        row.getString("currency"),
        accounts);
  }

  private static CollaborationFact collaboration(ResultSet row) throws SQLException {
    return new CollaborationFact(
        row.getString("collaboration_id"),
        Ids.optional(row.getString("campaign_id")),
        Ids.optional(row.getString("creator_id")),
        true,
        ContractNumbers.isAgreed(row.getInt("status")));
  }

  private static PostRow post(ResultSet row) throws SQLException {
    @Nullable Long followers = row.getObject("follower_count", Long.class);
    return new PostRow(
        row.getString("post_id"),
        Ids.optional(row.getString("collaboration_id")),
        ContractNumbers.platform(row.getInt("platform")),
        ContractNumbers.format(row.getInt("format")),
        Columns.optionalTime(row, "publish_time"),
        Columns.optionalTime(row, "expire_time"),
        Columns.optionalTime(row, "removal_time"),
        followers == null ? OptionalLong.empty() : OptionalLong.of(followers));
  }
}
