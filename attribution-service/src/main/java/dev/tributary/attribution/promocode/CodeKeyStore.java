package dev.tributary.attribution.promocode;

import dev.tributary.runtime.log.Shards;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table code_key: which code has a key of a storefront, for ever. */
final class CodeKeyStore {
  /** Shard of a key; unlike that of its code it is the same for every code that claims the key. */
  static int shard(String workspace, String storefrontId, String codeKey) {
    return Shards.of(workspace, "code-key", storefrontId, codeKey);
  }

  /**
   * Gives each key to its code unless another has it. In the order of the keys, so that two
   * transactions that claim the same ones wait for each other instead of deadlocking.
   */
  void claim(Handle handle, String workspace, Collection<NewPromoCode> codes) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into code_key (shard, workspace, storefront_id, code_key, code_id)
            values (:shard, :workspace, :storefrontId, :codeKey, :codeId)
            on conflict do nothing""");
    List<NewPromoCode> ordered =
        codes.stream()
            .sorted(
                Comparator.comparing(NewPromoCode::storefrontId)
                    .thenComparing(NewPromoCode::codeKey))
            .toList();
    for (NewPromoCode code : ordered) {
      batch
          .bind("shard", shard(workspace, code.storefrontId(), code.codeKey()))
          .bind("workspace", workspace)
          .bind("storefrontId", code.storefrontId())
          .bind("codeKey", code.codeKey())
          .bind("codeId", code.codeId())
          .add();
    }
    if (!ordered.isEmpty()) {
      batch.execute();
    }
  }

  /** Which codes have the keys that these codes want; by storefront and key. */
  Map<Claim, String> winners(Handle handle, String workspace, Collection<NewPromoCode> codes) {
    Map<Claim, String> winners = new HashMap<>();
    List<Claim> claims = codes.stream().map(Claim::of).distinct().toList();
    handle
        .createQuery(
            """
            select k.storefront_id, k.code_key, k.code_id
            from unnest(:shards, :storefrontIds, :codeKeys)
              as wanted (shard, storefront_id, code_key)
            join code_key k
              on k.shard = wanted.shard
              and k.workspace = :workspace
              and k.storefront_id = wanted.storefront_id
              and k.code_key = wanted.code_key""")
        .bindArray(
            "shards",
            Integer.class,
            claims.stream()
                .map(claim -> shard(workspace, claim.storefrontId(), claim.codeKey()))
                .toList())
        .bindArray("storefrontIds", String.class, claims.stream().map(Claim::storefrontId).toList())
        .bindArray("codeKeys", String.class, claims.stream().map(Claim::codeKey).toList())
        .bind("workspace", workspace)
        .map(
            (row, context) ->
                Map.entry(
                    new Claim(row.getString("storefront_id"), row.getString("code_key")),
                    row.getString("code_id")))
        .forEach(winner -> winners.put(winner.getKey(), winner.getValue()));
    return winners;
  }

  /** A key of a storefront. */
  record Claim(String storefrontId, String codeKey) {
    static Claim of(NewPromoCode code) {
      return new Claim(code.storefrontId(), code.codeKey());
    }
  }
}
