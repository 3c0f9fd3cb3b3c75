package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.KeyColumns;
import dev.tributary.runtime.database.BulkInsert;
import dev.tributary.runtime.database.RowSink;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table commission_accrual. */
final class AccruedStore {
  private static final BulkInsert<Placed> INSERT =
      new BulkInsert<>(
          "commission_accrual",
          """
          shard, workspace, storefront_id, conversion_type, order_id, collaboration_id,
          currency_code, accrued_minor, accrued_no, reversed_minor, reversed_no, discount_minor,
          discount_no""",
          AccruedStore::write);

  private final KeyColumns keys = new KeyColumns();

  /** What was told of some conversions. */
  Map<Accrued.Place, Accrued> of(
      Handle handle, String workspace, Collection<ConversionKey> wanted) {
    return keys
        .rowsOf(
            handle,
            workspace,
            wanted,
            """
            t.collaboration_id, t.currency_code, t.accrued_minor, t.accrued_no, t.reversed_minor,
            t.reversed_no, t.discount_minor, t.discount_no""",
            "commission_accrual",
            "")
        .map(
            (row, context) ->
                new Accrued(
                    new Accrued.Place(
                        keys.map(row, context),
                        row.getString("collaboration_id"),
                        row.getString("currency_code")),
                    new Accrued.Told(row.getLong("accrued_minor"), row.getInt("accrued_no")),
                    new Accrued.Told(row.getLong("reversed_minor"), row.getInt("reversed_no")),
                    new Accrued.Told(row.getLong("discount_minor"), row.getInt("discount_no"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Accrued::place, Function.identity()));
  }

  /** Puts rows in the place of those that are there. */
  void put(Handle handle, String workspace, List<Accrued> rows) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            delete from commission_accrual
            where shard = :shard and workspace = :workspace and storefront_id = :storefrontId
              and conversion_type = :type and order_id = :orderId
              and collaboration_id = :collaborationId and currency_code = :currency""");
    for (Accrued row : rows) {
      ConversionKey key = row.place().key();
      batch
          .bind("shard", key.shard(workspace))
          .bind("workspace", workspace)
          .bind("storefrontId", key.storefrontId())
          .bind("type", key.type().name())
          .bind("orderId", key.orderId())
          .bind("collaborationId", row.place().collaborationId())
          .bind("currency", row.place().currency())
          .add();
    }
    if (batch.size() > 0) {
      batch.execute();
    }
    INSERT.run(handle, rows.stream().map(row -> new Placed(workspace, row)).toList());
  }

  private static void write(Placed placed, RowSink row) throws SQLException {
    Accrued accrued = placed.accrued;
    ConversionKey key = accrued.place().key();
    row.integer(key.shard(placed.workspace))
        .text(placed.workspace)
        .text(key.storefrontId())
        .text(key.type().name())
        .text(key.orderId())
        .text(accrued.place().collaborationId())
        .text(accrued.place().currency())
        .bigint(accrued.accrued().minor())
        .integer(accrued.accrued().number())
        .bigint(accrued.reversed().minor())
        .integer(accrued.reversed().number())
        .bigint(accrued.discount().minor())
        .integer(accrued.discount().number());
  }

  private record Placed(String workspace, Accrued accrued) {}
}
