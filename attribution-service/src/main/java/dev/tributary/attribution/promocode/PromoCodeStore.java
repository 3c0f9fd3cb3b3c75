package dev.tributary.attribution.promocode;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.attribution.store.Columns;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The tables promo_code and code_owner. */
final class PromoCodeStore {

  /** The codes with these ids; unknown ones are missing. */
  List<StoredPromoCode> byIds(Handle handle, String workspace, Collection<String> codeIds) {
    Query query =
        handle
            .createQuery(
                """
                select %s from promo_code c
                where c.workspace = :workspace and c.code_id = any(:codeIds)"""
                    .formatted(PromoCodeRows.COLUMNS))
            .bind("workspace", workspace)
            .bindArray("codeIds", String.class, codeIds);
    return PromoCodeRows.read(handle, workspace, query);
  }

  /** The codes that have these keys in a storefront. */
  List<StoredPromoCode> byKeys(
      Handle handle, String workspace, String storefrontId, Collection<String> codeKeys) {
    List<Integer> shards =
        codeKeys.stream()
            .map(key -> CodeKeyStore.shard(workspace, storefrontId, key))
            .distinct()
            .toList();
    Query query =
        handle
            .createQuery(
                """
                select %s from code_key k
                join promo_code c on c.workspace = k.workspace and c.code_id = k.code_id
                where k.shard = any(:shards) and k.workspace = :workspace
                  and k.storefront_id = :storefrontId and k.code_key = any(:codeKeys)"""
                    .formatted(PromoCodeRows.COLUMNS))
            .bindArray("shards", Integer.class, shards)
            .bind("workspace", workspace)
            .bind("storefrontId", storefrontId)
            .bindArray("codeKeys", String.class, codeKeys);
    return PromoCodeRows.read(handle, workspace, query);
  }

  /**
   * One page, ordered by id.
   *
   * @param collaborationId only codes that it owns now
   * @param afterCodeId the last id of the page before; empty for the first page
   */
  List<StoredPromoCode> page(
      Handle handle,
      String workspace,
      Optional<String> collaborationId,
      String afterCodeId,
      int limit) {
    Query query =
        handle
            .createQuery(
                """
                select %s from promo_code c
                where c.workspace = :workspace and c.code_id > :afterCodeId %s
                order by c.code_id limit :limit"""
                    .formatted(
                        PromoCodeRows.COLUMNS,
                        collaborationId
                            .map(id -> "and c.owner_collaboration_id = :collaborationId")
                            .orElse("")))
            .bind("workspace", workspace)
            .bind("afterCodeId", afterCodeId)
            .bind("limit", limit);
    collaborationId.ifPresent(id -> query.bind("collaborationId", id));
    return PromoCodeRows.read(handle, workspace, query);
  }

  /** Adds codes with their first owners. */
  void insert(Handle handle, String workspace, List<StoredPromoCode> codes) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into promo_code (
              shard, workspace, code_id, storefront_id, code, code_key,
              start_time, end_time, disabled_since, version, create_time, sequence,
              owner_collaboration_id, created_start_time, created_end_time, created_disabled)
            values (
              :shard, :workspace, :codeId, :storefrontId, :code, :codeKey,
              :startTime, :endTime, :disabledSince, :version, :createTime, :sequence,
              :ownerCollaborationId, :startTime, :endTime, :createdDisabled)""");
    for (StoredPromoCode stored : codes) {
      bindState(batch, workspace, stored)
          .bind("storefrontId", stored.code().storefrontId())
          .bind("code", stored.code().code())
          .bind("codeKey", stored.code().codeKey())
          .bind("createTime", Columns.utc(stored.code().createTime()))
          .bind("createdDisabled", stored.creation().disabled())
          .add();
    }
    batch.execute();
    for (StoredPromoCode stored : codes) {
      insertOwner(handle, workspace, stored);
    }
  }

  /** Writes the new state of a code; its owners are left alone. */
  void update(Handle handle, String workspace, StoredPromoCode changed) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            update promo_code
            set start_time = :startTime, end_time = :endTime, disabled_since = :disabledSince,
              version = :version, sequence = :sequence,
              owner_collaboration_id = :ownerCollaborationId
            where shard = :shard and workspace = :workspace and code_id = :codeId""");
    bindState(batch, workspace, changed).add().execute();
  }

  /** Adds the newest owner of a code. */
  void insertOwner(Handle handle, String workspace, StoredPromoCode stored) {
    List<OwnerInterval> owners = stored.code().owners();
    OwnerInterval newest = owners.get(owners.size() - 1);
    handle
        .createUpdate(
            """
            insert into code_owner (
              shard, workspace, code_id, interval_no,
              collaboration_id, creator_id, campaign_id, start_time)
            values (
              :shard, :workspace, :codeId, :intervalNo,
              :collaborationId, :creatorId, :campaignId, :startTime)""")
        .bind("shard", stored.shard())
        .bind("workspace", workspace)
        .bind("codeId", stored.code().codeId())
        .bind("intervalNo", owners.size())
        .bind("collaborationId", newest.owner().map(Owner::collaborationId))
        .bind("creatorId", newest.owner().map(Owner::creatorId))
        .bind("campaignId", newest.owner().map(Owner::campaignId))
        .bind("startTime", Columns.utc(newest.startTime()))
        .execute();
  }

  private static PreparedBatch bindState(
      PreparedBatch batch, String workspace, StoredPromoCode stored) {
    PromoCode code = stored.code();
    return batch
        .bind("shard", stored.shard())
        .bind("workspace", workspace)
        .bind("codeId", code.codeId())
        .bind("startTime", Columns.utc(code.startTime()))
        .bind("endTime", Columns.utc(code.endTime()))
        .bind("disabledSince", Columns.utc(code.disabledSince()))
        .bind("version", code.version())
        .bind("sequence", stored.sequence())
        .bind("ownerCollaborationId", code.owner().map(Owner::collaborationId));
  }
}
