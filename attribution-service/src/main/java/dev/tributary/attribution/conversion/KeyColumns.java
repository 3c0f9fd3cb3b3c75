package dev.tributary.attribution.conversion;

import dev.tributary.runtime.database.RowSink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The key columns that every table of an order begins with. */
public final class KeyColumns implements RowMapper<ConversionKey> {
  /** Their names, for an insert. */
  public static final String NAMES = "shard, workspace, storefront_id, conversion_type, order_id";

  /** Their values, as {@link #bind} gives them. */
  public static final String VALUES =
      ":shard, :workspace, :storefrontId, :conversionType, :orderId";

  /** The condition on one row, as {@link #bind} gives it. */
  public static final String MATCH =
      """
      shard = :shard and workspace = :workspace and storefront_id = :storefrontId
      and conversion_type = :conversionType and order_id = :orderId""";

  /** The condition that joins a table t with another one u. */
  public static final String JOINED =
      """
      u.shard = t.shard and u.workspace = t.workspace and u.storefront_id = t.storefront_id
      and u.conversion_type = t.conversion_type and u.order_id = t.order_id""";

  /** The columns, without state. */
  public KeyColumns() {}

  @Override
  public ConversionKey map(ResultSet row, StatementContext context) throws SQLException {
    return new ConversionKey(
        row.getString("storefront_id"),
        ConversionType.valueOf(row.getString("conversion_type")),
        row.getString("order_id"));
  }

  /** Binds the key of a row. */
  public PreparedBatch bind(PreparedBatch batch, String workspace, ConversionKey key) {
    return batch
        .bind("shard", key.shard(workspace))
        .bind("workspace", workspace)
        .bind("storefrontId", key.storefrontId())
        .bind("conversionType", key.type().name())
        .bind("orderId", key.orderId());
  }

  /** Gives the key of a row to be inserted, in the order of {@link #NAMES}. */
  public static RowSink write(RowSink row, String workspace, ConversionKey key)
      throws SQLException {
    return row.integer(key.shard(workspace))
        .text(workspace)
        .text(key.storefrontId())
        .text(key.type().name())
        .text(key.orderId());
  }

  /**
   * A query for the rows of some orders in a table, which is called t. Joined with an array of the
   * keys: that is one look-up of the index for each on both databases, where a list of values would
   * make H2 read the whole workspace.
   *
   * @param columns what to select
   * @param table the table
   * @param rest what follows the join: further joins, conditions, an order
   */
  public Query rowsOf(
      Handle handle,
      String workspace,
      Collection<ConversionKey> keys,
      String columns,
      String table,
      String rest) {
    return handle
        .createQuery(
            """
            select t.storefront_id, t.conversion_type, t.order_id, %s
            from unnest(
              cast(:shards as integer array), cast(:storefrontIds as varchar array),
              cast(:types as varchar array), cast(:orderIds as varchar array))
              as k (shard, storefront_id, conversion_type, order_id)
            join %s t
              on t.shard = k.shard and t.workspace = :workspace
              and t.storefront_id = k.storefront_id and t.conversion_type = k.conversion_type
              and t.order_id = k.order_id
            %s"""
                .formatted(columns, table, rest))
        .bind("workspace", workspace)
        .bindArray("shards", Integer.class, values(keys, key -> key.shard(workspace)))
        .bindArray("storefrontIds", String.class, values(keys, ConversionKey::storefrontId))
        .bindArray("types", String.class, values(keys, key -> key.type().name()))
        .bindArray("orderIds", String.class, values(keys, ConversionKey::orderId));
  }

  private static <T> List<T> values(
      Collection<ConversionKey> keys, Function<ConversionKey, T> value) {
    return keys.stream().map(value).toList();
  }
}
