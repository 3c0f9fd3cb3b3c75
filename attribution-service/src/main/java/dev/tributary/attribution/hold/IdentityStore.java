package dev.tributary.attribution.hold;

import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.log.Shards;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table creator_identity. */
final class IdentityStore {
  /** Shard of what is known of a creator. */
  static int shard(String workspace, String creatorId) {
    return Shards.of(workspace, "catalog", "creator-identity", creatorId);
  }

  /** All names of creators; those without any are missing. */
  Map<String, Set<Identity>> byCreators(
      Handle handle, String workspace, Collection<String> creatorIds) {
    Map<String, Set<Identity>> identities = new HashMap<>();
    if (creatorIds.isEmpty()) {
      return identities;
    }
    handle
        .createQuery(
            """
            select i.creator_id, i.kind, i.person_key
            from unnest(cast(:creatorIds as varchar array)) as k (creator_id)
            join creator_identity i
              on i.workspace = :workspace and i.creator_id = k.creator_id""")
        .bindArray("creatorIds", String.class, creatorIds)
        .bind("workspace", workspace)
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("creator_id"),
                    new Identity(
                        IdentityKind.valueOf(row.getString("kind")),
                        new PersonKey(row.getBytes("person_key")))))
        .forEach(
            entry ->
                identities
                    .computeIfAbsent(entry.getKey(), absent -> new HashSet<>())
                    .add(entry.getValue()));
    return identities;
  }

  /** Replaces all names of a creator. */
  void replace(Handle handle, String workspace, String creatorId, Set<Identity> identities) {
    int shard = shard(workspace, creatorId);
    handle
        .createUpdate(
            """
            delete from creator_identity
            where shard = :shard and workspace = :workspace and creator_id = :creatorId""")
        .bind("shard", shard)
        .bind("workspace", workspace)
        .bind("creatorId", creatorId)
        .execute();
    if (identities.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into creator_identity (shard, workspace, creator_id, kind, person_key)
            values (:shard, :workspace, :creatorId, :kind, :personKey)""");
    for (Identity identity : identities) {
      batch
          .bind("shard", shard)
          .bind("workspace", workspace)
          .bind("creatorId", creatorId)
          .bind("kind", identity.kind().name())
          .bind("personKey", identity.key().bytes())
          .add();
    }
    batch.execute();
  }
}
