package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.KeyColumns;
import dev.tributary.attribution.owner.Owner;
import dev.tributary.runtime.database.BulkInsert;
import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.database.RowSink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The table withheld_change, and what of the ledger is looked at for it. */
final class WithheldStore {
  private static final BulkInsert<Placed> INSERT =
      new BulkInsert<>(
          "withheld_change",
          """
          shard, workspace, storefront_id, conversion_type, order_id, change_no, conversion_time,
          find_time, content""",
          WithheldStore::write);

  private static final String AFTER =
      """
      and (find_time, storefront_id, conversion_type, order_id, change_no)
        > (:findTime, :storefrontId, :type, :orderId, :changeNo)""";

  private final KeyColumns keys = new KeyColumns();

  /** When conversions happened, and the first place of each in the feed. */
  Map<ConversionKey, First> firsts(
      Handle handle, String workspace, Collection<ConversionKey> wanted) {
    Map<ConversionKey, First> firsts = new HashMap<>();
    keys.rowsOf(
            handle,
            workspace,
            wanted,
            "c.conversion_time, min(t.sequence) as first_sequence",
            "posting",
            """
            join conversion c
              on c.shard = t.shard and c.workspace = t.workspace
              and c.storefront_id = t.storefront_id and c.conversion_type = t.conversion_type
              and c.order_id = t.order_id
            group by t.storefront_id, t.conversion_type, t.order_id, c.conversion_time""")
        .map(
            (row, context) ->
                Map.entry(
                    keys.map(row, context),
                    new First(Columns.time(row, "conversion_time"), row.getLong("first_sequence"))))
        .forEach(entry -> firsts.put(entry.getKey(), entry.getValue()));
    return firsts;
  }

  /** Who has the credit of conversions; those of nobody are missing. */
  Map<ConversionKey, List<Owner>> owners(
      Handle handle, String workspace, Collection<ConversionKey> wanted) {
    Map<ConversionKey, List<Owner>> owners = new HashMap<>();
    keys.rowsOf(
            handle,
            workspace,
            wanted,
            "t.collaboration_id, t.creator_id, t.campaign_id",
            "credit_share",
            "where t.collaboration_id is not null order by t.share_no")
        .map(
            (row, context) ->
                Map.entry(
                    keys.map(row, context),
                    new Owner(
                        row.getString("collaboration_id"),
                        row.getString("creator_id"),
                        row.getString("campaign_id"))))
        .forEach(
            entry ->
                owners
                    .computeIfAbsent(entry.getKey(), absent -> new ArrayList<>())
                    .add(entry.getValue()));
    return owners;
  }

  /** The newest change that is known of each conversion. */
  Map<ConversionKey, Row> newest(
      Handle handle, String workspace, Collection<ConversionKey> wanted) {
    Map<ConversionKey, Row> newest = new HashMap<>();
    keys.rowsOf(
            handle,
            workspace,
            wanted,
            "t.change_no, t.conversion_time, t.find_time, t.content",
            "withheld_change",
            "order by t.change_no")
        .map(this::row)
        .forEach(row -> newest.put(row.key(), row));
    return newest;
  }

  /** One page, oldest first, after a place; without one from the beginning. */
  List<Row> page(Handle handle, String workspace, Optional<Place> after, int limit) {
    Query query =
        handle
            .createQuery(
                """
                select storefront_id, conversion_type, order_id, change_no, conversion_time,
                  find_time, content
                from withheld_change
                where workspace = :workspace %s
                order by find_time, storefront_id, conversion_type, order_id, change_no
                limit :limit"""
                    .formatted(after.isPresent() ? AFTER : ""))
            .bind("workspace", workspace)
            .bind("limit", limit);
    after.ifPresent(
        place ->
            query
                .bind("findTime", place.findTime())
                .bind("storefrontId", place.storefrontId())
                .bind("type", place.type())
                .bind("orderId", place.orderId())
                .bind("changeNo", place.changeNo()));
    return query.map(this::row).list();
  }

  void insert(Handle handle, String workspace, Collection<Row> rows) {
    INSERT.run(handle, rows.stream().map(row -> new Placed(workspace, row)).toList());
  }

  private Row row(ResultSet row, StatementContext context) throws SQLException {
    return new Row(
        keys.map(row, context),
        row.getInt("change_no"),
        Columns.time(row, "conversion_time"),
        Columns.time(row, "find_time"),
        row.getBytes("content"));
  }

  private static void write(Placed placed, RowSink row) throws SQLException {
    Row change = placed.row;
    row.integer(change.key.shard(placed.workspace))
        .text(placed.workspace)
        .text(change.key.storefrontId())
        .text(change.key.type().name())
        .text(change.key.orderId())
        .integer(change.changeNo)
        .time(change.conversionTime)
        .time(change.findTime)
        .bytes(change.content);
  }

  /**
   * Where a conversion began.
   *
   * @param conversionTime when it happened
   * @param sequence place of its first posting in the feed of its shard
   */
  record First(Instant conversionTime, long sequence) {}

  /**
   * A change.
   *
   * @param key the conversion
   * @param changeNo number within the conversion, from 1
   * @param conversionTime when it happened
   * @param findTime when the change was found out
   * @param content message of the contract
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Row(
      ConversionKey key, int changeNo, Instant conversionTime, Instant findTime, byte[] content) {}

  /**
   * Place of a row in the list.
   *
   * @param findTime when it was found out
   * @param storefrontId the shop
   * @param type name of the type
   * @param orderId the order
   * @param changeNo its number
   */
  record Place(Instant findTime, String storefrontId, String type, String orderId, int changeNo) {}

  private record Placed(String workspace, Row row) {}
}
