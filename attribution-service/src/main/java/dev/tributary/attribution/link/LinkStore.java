package dev.tributary.attribution.link;

import dev.tributary.attribution.owner.Owner;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The table link. */
final class LinkStore {
  private final LinkMapper mapper = new LinkMapper();
  private final UtmMapper utmMapper = new UtmMapper();

  /** The links with these ids, each named once; unknown ones are missing. */
  List<StoredLink> byIds(Handle handle, String workspace, List<String> linkIds) {
    return handle
        .createQuery(
            """
            select %s
            from unnest(:shards, :linkIds) as wanted (shard, link_id)
            join link l
              on l.shard = wanted.shard
              and l.workspace = :workspace
              and l.link_id = wanted.link_id"""
                .formatted(LinkMapper.COLUMNS))
        .bindArray(
            "shards",
            Integer.class,
            linkIds.stream().map(linkId -> NewLink.shard(workspace, linkId)).toList())
        .bindArray("linkIds", String.class, linkIds)
        .bind("workspace", workspace)
        .map(mapper)
        .list();
  }

  /** The links whose UTM parameters have these keys, ordered by id. */
  List<StoredLink> byUtmKeys(Handle handle, String workspace, List<UtmKey> utmKeys) {
    return handle
        .createQuery(
            """
            select %s
            from unnest(:utmKeys) as wanted (utm_key)
            join link l on l.workspace = :workspace and l.utm_key = wanted.utm_key
            order by l.link_id"""
                .formatted(LinkMapper.COLUMNS))
        .bindArray("utmKeys", String.class, utmKeys.stream().map(UtmKey::hex).toList())
        .bind("workspace", workspace)
        .map(mapper)
        .list();
  }

  /**
   * One page, ordered by id.
   *
   * @param afterLinkId the last id of the page before; empty for the first page
   */
  List<StoredLink> page(
      Handle handle,
      String workspace,
      Optional<String> collaborationId,
      String afterLinkId,
      int limit) {
    String ofCollaboration =
        collaborationId.map(id -> "and l.collaboration_id = :collaborationId").orElse("");
    Query query =
        handle
            .createQuery(
                """
                select %s from link l
                where l.workspace = :workspace and l.link_id > :afterLinkId %s
                order by l.link_id limit :limit"""
                    .formatted(LinkMapper.COLUMNS, ofCollaboration))
            .bind("workspace", workspace)
            .bind("afterLinkId", afterLinkId)
            .bind("limit", limit);
    collaborationId.ifPresent(id -> query.bind("collaborationId", id));
    return query.map(mapper).list();
  }

  /** Adds links. */
  void insert(Handle handle, String workspace, List<StoredLink> links) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into link (
              shard, workspace, link_id, collaboration_id, creator_id, campaign_id,
              destination_url, %s, utm_key, placement, create_time, sequence)
            values (
              :shard, :workspace, :linkId, :collaborationId, :creatorId, :campaignId,
              :destinationUrl, %s, :utmKey, :placement, :createTime, :sequence)"""
                .formatted(UtmMapper.COLUMNS, UtmMapper.VALUES));
    for (StoredLink stored : links) {
      Link link = stored.link();
      utmMapper.bind(batch, link.utm());
      batch
          .bind("shard", stored.shard())
          .bind("workspace", workspace)
          .bind("linkId", link.linkId())
          .bind("collaborationId", link.owner().map(Owner::collaborationId))
          .bind("creatorId", link.owner().map(Owner::creatorId))
          .bind("campaignId", link.owner().map(Owner::campaignId))
          .bind("destinationUrl", link.destinationUrl())
          .bind("utmKey", UtmKey.of(link.utm()).map(UtmKey::hex))
          .bind("placement", link.placement())
          .bind("createTime", link.createTime())
          .bind("sequence", stored.sequence())
          .add();
    }
    batch.execute();
  }
}
