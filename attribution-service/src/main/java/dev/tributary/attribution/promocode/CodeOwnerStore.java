package dev.tributary.attribution.promocode;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.attribution.owner.OwnerMapper;
import dev.tributary.runtime.database.Columns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table code_owner: every owner of a code so far. */
final class CodeOwnerStore {
  private final OwnerMapper ownerMapper = new OwnerMapper();

  /** The owners of codes by code_id, oldest first. */
  Map<String, List<OwnerInterval>> of(Handle handle, String workspace, List<PromoCodeRow> codes) {
    Map<String, List<OwnerInterval>> owners = new HashMap<>();
    if (codes.isEmpty()) {
      return owners;
    }
    handle
        .createQuery(
            """
            select o.code_id, o.collaboration_id, o.creator_id, o.campaign_id, o.start_time
            from unnest(:shards, :codeIds) as wanted (shard, code_id)
            join code_owner o
              on o.shard = wanted.shard
              and o.workspace = :workspace
              and o.code_id = wanted.code_id
            order by o.code_id, o.interval_no""")
        .bindArray("shards", Integer.class, codes.stream().map(PromoCodeRow::shard).toList())
        .bind("workspace", workspace)
        .bindArray("codeIds", String.class, codes.stream().map(PromoCodeRow::codeId).toList())
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("code_id"),
                    new OwnerInterval(
                        ownerMapper.map(row, context), Columns.optionalTime(row, "start_time"))))
        .forEach(
            owner ->
                owners
                    .computeIfAbsent(owner.getKey(), codeId -> new ArrayList<>())
                    .add(owner.getValue()));
    return owners;
  }

  /** Adds the newest owner of each code. */
  void insertNewest(Handle handle, String workspace, List<StoredPromoCode> codes) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into code_owner (
              shard, workspace, code_id, interval_no,
              collaboration_id, creator_id, campaign_id, start_time)
            values (
              :shard, :workspace, :codeId, :intervalNo,
              :collaborationId, :creatorId, :campaignId, :startTime)""");
    for (StoredPromoCode stored : codes) {
      List<OwnerInterval> owners = stored.code().owners();
      OwnerInterval newest = owners.get(owners.size() - 1);
      batch
          .bind("shard", stored.shard())
          .bind("workspace", workspace)
          .bind("codeId", stored.code().codeId())
          .bind("intervalNo", owners.size())
          .bind("collaborationId", newest.owner().map(Owner::collaborationId))
          .bind("creatorId", newest.owner().map(Owner::creatorId))
          .bind("campaignId", newest.owner().map(Owner::campaignId))
          .bind("startTime", newest.startTime())
          .add();
    }
    batch.execute();
  }
}
