package dev.tributary.attribution.storefront;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table storefront. */
final class StorefrontStore {
  private static final String COLUMNS =
      "s.storefront_id, s.currency_code, s.time_zone, s.tax_mode, s.touch_scope, s.rules,"
          + " s.hold_settings, s.version";

  private final StorefrontMapper mapper = new StorefrontMapper();

  /** The storefronts with these ids; those never put are missing. */
  List<Storefront> byIds(Handle handle, String workspace, Collection<String> storefrontIds) {
    return handle
        .createQuery(
            """
            select %s from unnest(cast(:storefrontIds as varchar array)) as k (storefront_id)
            join storefront s
              on s.workspace = :workspace and s.storefront_id = k.storefront_id"""
                .formatted(COLUMNS))
        .bindArray("storefrontIds", String.class, storefrontIds)
        .bind("workspace", workspace)
        .map(mapper)
        .list();
  }

  /** One page, ordered by id, after an id. */
  List<Storefront> page(Handle handle, String workspace, String afterId, int limit) {
    return handle
        .createQuery(
            """
            select %s from storefront s
            where s.workspace = :workspace and s.storefront_id > :afterId
            order by s.storefront_id limit :limit"""
                .formatted(COLUMNS))
        .bind("workspace", workspace)
        .bind("afterId", afterId)
        .bind("limit", limit)
        .map(mapper)
        .list();
  }

  void insert(Handle handle, String workspace, Collection<Storefront> storefronts) {
    write(
        handle,
        workspace,
        storefronts,
        """
        insert into storefront (
          shard, workspace, storefront_id, currency_code, time_zone, tax_mode, touch_scope, rules,
          hold_settings, version)
        values (
          :shard, :workspace, :storefrontId, :currency, :zone, :taxMode, :touchScope, :rules,
          :holdSettings, :version)""");
  }

  void update(Handle handle, String workspace, Collection<Storefront> storefronts) {
    write(
        handle,
        workspace,
        storefronts,
        """
        update storefront
        set currency_code = :currency, time_zone = :zone, tax_mode = :taxMode,
          touch_scope = :touchScope, rules = :rules, hold_settings = :holdSettings,
          version = :version
        where shard = :shard and workspace = :workspace and storefront_id = :storefrontId""");
  }

  private static void write(
      Handle handle, String workspace, Collection<Storefront> storefronts, String sql) {
    if (storefronts.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(sql);
    for (Storefront storefront : storefronts) {
      batch
          .bind("shard", storefront.shard(workspace))
          .bind("workspace", workspace)
          .bind("storefrontId", storefront.storefrontId())
          .bind("currency", storefront.currency())
          .bind("zone", storefront.zone().getId())
          .bind("taxMode", storefront.taxMode().name())
          .bind("touchScope", storefront.touchScope().name())
          .bind("rules", CreditRulesProtos.toBytes(storefront.rules()))
          .bind("holdSettings", HoldSettingsProtos.toProto(storefront.holds()).toByteArray())
          .bind("version", storefront.version())
          .add();
    }
    batch.execute();
  }
}
