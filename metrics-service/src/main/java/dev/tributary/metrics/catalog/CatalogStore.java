package dev.tributary.metrics.catalog;

import dev.tributary.metrics.row.Newest;
import dev.tributary.metrics.row.RowStore;
import dev.tributary.runtime.feed.FeedItem;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The tables of the catalogue. The higher version of a thing wins, whenever it comes. */
public final class CatalogStore {
  /** The tables of the database that the handle belongs to. */
  public CatalogStore() {}

  /** Writes campaigns together with their brand accounts, goals and targets. */
  public void putCampaigns(Handle handle, List<FeedItem<Campaign>> items) {
    List<FeedItem<Campaign>> newest = newest(items, Campaign::campaignId, Campaign::version);
    putBrandAccounts(handle, putCampaignRows(handle, newest));
    putTargets(handle, putGoals(handle, newest));
  }

  private static List<FeedItem<Campaign>> putCampaignRows(
      Handle handle, List<FeedItem<Campaign>> newest) {
    return RowStore.replace(
        handle,
        """
            delete from campaign
            where workspace = :workspace and campaign_id = :campaignId and version < :version
            """,
        """
            insert into campaign
              (workspace, campaign_id, version, start_date, end_date, time_zone, currency)
            values (:workspace, :campaignId, :version, :startDate, :endDate, :timeZone, :currency)
            on conflict do nothing
            """,
        newest);
  }

  private static void putBrandAccounts(Handle handle, List<FeedItem<Campaign>> put) {
    RowStore.execute(
        handle,
        "delete from brand_account where workspace = :workspace and campaign_id = :campaignId",
        put);
    RowStore.insert(
        handle,
        """
        insert into brand_account (workspace, campaign_id, platform, handle)
        values (:workspace, :campaignId, :account.platform, :account.handle)
        on conflict do nothing
        """,
        put.stream().flatMap(CatalogStore::brandAccounts).toList());
  }

  private static List<FeedItem<Campaign>> putGoals(Handle handle, List<FeedItem<Campaign>> newest) {
    return RowStore.replace(
        handle,
        """
        delete from campaign_goal
        where workspace = :workspace and campaign_id = :campaignId and version < :version
        """,
        """
        insert into campaign_goal (workspace, campaign_id, version, objective)
        values (:workspace, :campaignId, :version, :objective)
        on conflict do nothing
        """,
        newest);
  }

  private static void putTargets(Handle handle, List<FeedItem<Campaign>> put) {
    RowStore.execute(
        handle,
        "delete from campaign_target where workspace = :workspace and campaign_id = :campaignId",
        put);
    RowStore.insert(
        handle,
        """
        insert into campaign_target
          (workspace, campaign_id, kpi_id, target_count, ratio_millionths, money_minor)
        values
          (:workspace, :campaignId, :target.kpiId, :target.count, :target.ratioMillionths,
           :target.moneyMinor)
        on conflict do nothing
        """,
        put.stream().flatMap(CatalogStore::targets).toList());
  }

  /** Writes creators. */
  public void putCreators(Handle handle, List<FeedItem<Creator>> items) {
    RowStore.replace(
        handle,
        """
        delete from creator
        where workspace = :workspace and creator_id = :creatorId and version < :version
        """,
        """
        insert into creator (workspace, creator_id, version)
        values (:workspace, :creatorId, :version)
        on conflict do nothing
        """,
        newest(items, Creator::creatorId, Creator::version));
  }

  /** Writes collaborations. */
  public void putCollaborations(Handle handle, List<FeedItem<Collaboration>> items) {
    RowStore.replace(
        handle,
        """
        delete from collaboration
        where workspace = :workspace and collaboration_id = :collaborationId and version < :version
        """,
        """
        insert into collaboration
          (workspace, collaboration_id, version, campaign_id, creator_id, status)
        values (:workspace, :collaborationId, :version, :campaignId, :creatorId, :status)
        on conflict do nothing
        """,
        newest(items, Collaboration::collaborationId, Collaboration::version));
  }

  /** Writes posts. */
  public void putPosts(Handle handle, List<FeedItem<Post>> items) {
    RowStore.replace(
        handle,
        """
        delete from post
        where workspace = :workspace and post_id = :postId and version < :version
        """,
        """
        insert into post
          (workspace, post_id, version, collaboration_id, platform, format, publish_time,
           expire_time, removal_time, follower_count)
        values
          (:workspace, :postId, :version, :collaborationId, :platform, :format, :publishTime,
           :expireTime, :removalTime, :followerCount)
        on conflict do nothing
        """,
        newest(items, Post::postId, Post::version));
  }

  private static <T> List<FeedItem<T>> newest(
      List<FeedItem<T>> items, Function<T, String> id, ToLongFunction<T> version) {
    return Newest.of(
        items, id, Comparator.comparingLong(item -> version.applyAsLong(item.entry())));
  }

  private static Stream<FeedItem<BrandAccount>> brandAccounts(FeedItem<Campaign> item) {
    Campaign campaign = item.entry();
    return campaign.brandAccounts().stream()
        .map(account -> RowStore.with(item, new BrandAccount(campaign.campaignId(), account)));
  }

  private static Stream<FeedItem<Target>> targets(FeedItem<Campaign> item) {
    Campaign campaign = item.entry();
    return campaign.targets().stream()
        .map(target -> RowStore.with(item, new Target(campaign.campaignId(), target)));
  }

  /** A row of campaign_target. */
  public record Target(String campaignId, CampaignTarget target) {}

  /** A row of brand_account. */
  public record BrandAccount(String campaignId, Account account) {}
}
