package dev.tributary.ingestion.catalog;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of catalogue items. Whoever writes holds the heads of the shards written. */
final class CatalogStore {
  private static final String INSERT =
      """
      insert into catalog_item
        (shard, workspace, kind, item_id, parent_id, version, archive_time, sequence, payload)
      values
        (:shard, :workspace, :kind, :item_id, :parent_id, :version, :archive_time, :sequence, :payload)""";

  private static final String UPDATE =
      """
      update catalog_item
      set parent_id = :parent_id, version = :version, archive_time = :archive_time,
        sequence = :sequence, payload = :payload
      where shard = :shard and workspace = :workspace and kind = :kind and item_id = :item_id""";

  // Joined on the whole key, so that both databases look each item up in the primary key.
  private static final String FIND =
      """
      select i.shard, i.version, i.sequence, i.payload
      from unnest(cast(:shards as integer array), cast(:ids as text array)) as wanted (shard, item_id)
      join catalog_item i on i.shard = wanted.shard and i.workspace = :workspace and i.kind = :kind
        and i.item_id = wanted.item_id""";

  private static final String LIST =
      """
      select payload from catalog_item
      where workspace = :workspace and kind = :kind and item_id > :after
        and (:include_archived or archive_time is null)
      order by item_id fetch first :limit rows only""";

  private static final String LIST_UNDER_PARENT =
      """
      select payload from catalog_item
      where workspace = :workspace and kind = :kind and parent_id = :parent_id and item_id > :after
        and (:include_archived or archive_time is null)
      order by item_id fetch first :limit rows only""";

  /** The rows of those ids that exist, by id. */
  <M extends Message> Map<String, CatalogRow<M>> find(
      Handle handle, String workspace, CatalogKind<M> kind, Map<String, Integer> shardsById) {
    var found = new HashMap<String, CatalogRow<M>>();
    handle
        .createQuery(FIND)
        .bindArray("shards", Integer.class, List.copyOf(shardsById.values()))
        .bindArray("ids", String.class, List.copyOf(shardsById.keySet()))
        .bind("workspace", workspace)
        .bind("kind", kind.name())
        .map((row, context) -> row(kind, row))
        .forEach(row -> found.put(kind.idOf(row.item()), row));
    return found;
  }

  <M extends Message> void insert(
      Handle handle, String workspace, CatalogKind<M> kind, Collection<CatalogRow<M>> rows) {
    writeAll(handle, INSERT, workspace, kind, rows);
  }

  <M extends Message> void update(
      Handle handle, String workspace, CatalogKind<M> kind, Collection<CatalogRow<M>> rows) {
    writeAll(handle, UPDATE, workspace, kind, rows);
  }

  /** Items after an id, ordered by id. */
  <M extends Message> List<M> list(
      Handle handle,
      String workspace,
      CatalogKind<M> kind,
      CatalogFilter filter,
      String after,
      int limit) {
    var query = handle.createQuery(filter.parentId().isPresent() ? LIST_UNDER_PARENT : LIST);
    filter.parentId().ifPresent(parent -> query.bind("parent_id", parent));
    return query
        .bind("workspace", workspace)
        .bind("kind", kind.name())
        .bind("after", after)
        .bind("include_archived", filter.includeArchived())
        .bind("limit", limit)
        .map((row, context) -> item(kind, row))
        .list();
  }

  private static <M extends Message> void writeAll(
      Handle handle,
      String sql,
      String workspace,
      CatalogKind<M> kind,
      Collection<CatalogRow<M>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(sql);
    for (CatalogRow<M> row : rows) {
      bind(batch, kind, row).bind("workspace", workspace).add();
    }
    batch.execute();
  }

  private static <M extends Message> PreparedBatch bind(
      PreparedBatch batch, CatalogKind<M> kind, CatalogRow<M> row) {
    return batch
        .bind("shard", row.shard())
        .bind("kind", kind.name())
        .bind("item_id", kind.idOf(row.item()))
        .bind("parent_id", kind.parentOf(row.item()))
        .bind("version", row.version())
        .bind("archive_time", kind.archiveTimeOf(row.item()))
        .bind("sequence", row.sequence())
        .bind("payload", row.item().toByteArray());
  }

  private static <M extends Message> CatalogRow<M> row(CatalogKind<M> kind, ResultSet row)
      throws SQLException {
    return new CatalogRow<>(
        row.getInt("shard"), item(kind, row), row.getLong("version"), row.getLong("sequence"));
  }

  private static <M extends Message> M item(CatalogKind<M> kind, ResultSet row)
      throws SQLException {
    try {
      return kind.parser().parseFrom(row.getBytes("payload"));
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException("a stored " + kind.name() + " cannot be read", damaged);
    }
  }
}
