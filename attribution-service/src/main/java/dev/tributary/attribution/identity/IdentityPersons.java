package dev.tributary.attribution.identity;

import dev.tributary.attribution.privacy.ErasedRows;
import dev.tributary.attribution.privacy.FeedPlace;
import dev.tributary.attribution.privacy.PersonRows;
import dev.tributary.attribution.privacy.Replacement;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Persons in the table identity_link and in its entries of the feed. Who was whom still stands
 * there, under the tombstone, so that nobody else's orders lose touches.
 */
public final class IdentityPersons implements PersonRows {
  /** The table of the database that the handles belong to. */
  public IdentityPersons() {}

  @Override
  public List<ErasedRows> overwrite(Handle handle, Replacement replacement) {
    return switch (replacement.kind()) {
      case VISITOR -> List.of(overwrite(handle, replacement, "visitor_key"));
      case CUSTOMER -> List.of(overwrite(handle, replacement, "customer_key"));
      case EMAIL, HANDLE -> List.of();
    };
  }

  private static ErasedRows overwrite(Handle handle, Replacement replacement, String column) {
    List<FeedPlace> places =
        links(handle, replacement, column, replacement.key().bytes()).stream()
            .map(link -> new FeedPlace(link.shard(), link.sequence()))
            .toList();
    handle
        .createUpdate(
            """
            update identity_link set %1$s = :tombstone
            where workspace = :workspace and %1$s = :key"""
                .formatted(column))
        .bind("tombstone", replacement.tombstone().bytes())
        .bind("workspace", replacement.workspace())
        .bind("key", replacement.key().bytes())
        .execute();
    List<StoredIdentityLink> overwritten =
        links(handle, replacement, column, replacement.tombstone().bytes());
    if (!overwritten.isEmpty()) {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              update feed_entry set payload = :payload
              where shard = :shard and sequence = :sequence""");
      for (StoredIdentityLink link : overwritten) {
        batch
            .bind("payload", IdentityLinkProtos.toBytes(link.link()))
            .bind("shard", link.shard())
            .bind("sequence", link.sequence())
            .add();
      }
      batch.execute();
    }
    return new ErasedRows("identity_link." + column.replace("_key", ""), places.size(), places);
  }

  private static List<StoredIdentityLink> links(
      Handle handle, Replacement replacement, String column, byte[] key) {
    return handle
        .createQuery(
            """
            select %s from identity_link l
            where l.workspace = :workspace and l.%s = :key"""
                .formatted(IdentityLinkStore.columns(), column))
        .bind("workspace", replacement.workspace())
        .bind("key", key)
        .map((row, context) -> IdentityLinkStore.stored(row))
        .list();
  }
}
