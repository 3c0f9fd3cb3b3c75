package dev.tributary.attribution.promocode;

import dev.tributary.attribution.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Rows of promo_code put together with those of code_owner. */
final class PromoCodeRows {
  /** What {@link #read} needs, of a table called c. */
  static final String COLUMNS =
      """
      c.shard, c.code_id, c.storefront_id, c.code, c.code_key, c.start_time, c.end_time,
      c.disabled_since, c.version, c.create_time, c.sequence,
      c.created_start_time, c.created_end_time, c.created_disabled""";

  private PromoCodeRows() {}

  /** The codes of the query in its order, each with all its owners. */
  static List<StoredPromoCode> read(Handle handle, String workspace, Query query) {
    List<Row> rows = query.map((row, context) -> row(row)).list();
    Map<String, List<OwnerInterval>> owners = owners(handle, workspace, rows);
    return rows.stream().map(row -> row.with(owners.getOrDefault(row.codeId, List.of()))).toList();
  }

  private static Map<String, List<OwnerInterval>> owners(
      Handle handle, String workspace, List<Row> rows) {
    Map<String, List<OwnerInterval>> owners = new HashMap<>();
    if (rows.isEmpty()) {
      return owners;
    }
    handle
        .createQuery(
            """
            select o.code_id, o.collaboration_id, o.creator_id, o.campaign_id, o.start_time
            from code_owner o
            where o.shard = any(:shards) and o.workspace = :workspace and o.code_id = any(:codeIds)
            order by o.code_id, o.interval_no""")
        .bindArray("shards", Integer.class, rows.stream().map(Row::shard).distinct().toList())
        .bind("workspace", workspace)
        .bindArray("codeIds", String.class, rows.stream().map(Row::codeId).toList())
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("code_id"),
                    new OwnerInterval(
                        Columns.optionalOwner(row), Columns.optionalTime(row, "start_time"))))
        .forEach(
            owner ->
                owners
                    .computeIfAbsent(owner.getKey(), code -> new ArrayList<>())
                    .add(owner.getValue()));
    return owners;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getInt("shard"),
        row.getString("code_id"),
        row.getString("storefront_id"),
        row.getString("code"),
        row.getString("code_key"),
        Columns.optionalTime(row, "start_time"),
        Columns.optionalTime(row, "end_time"),
        Columns.optionalTime(row, "disabled_since"),
        row.getLong("version"),
        Columns.time(row, "create_time"),
        row.getLong("sequence"),
        Columns.optionalTime(row, "created_start_time"),
        Columns.optionalTime(row, "created_end_time"),
        row.getBoolean("created_disabled"));
  }

  private record Row(
      int shard,
      String codeId,
      String storefrontId,
      String code,
      String codeKey,
      Optional<Instant> startTime,
      Optional<Instant> endTime,
      Optional<Instant> disabledSince,
      long version,
      Instant createTime,
      long sequence,
      Optional<Instant> createdStartTime,
      Optional<Instant> createdEndTime,
      boolean createdDisabled) {

    StoredPromoCode with(List<OwnerInterval> owners) {
      var now =
          new PromoCode(
              codeId,
              code,
              codeKey,
              storefrontId,
              owners,
              startTime,
              endTime,
              disabledSince,
              version,
              createTime);
      var creation =
          new NewPromoCode(
              codeId,
              code,
              codeKey,
              storefrontId,
              owners.get(0).owner(),
              createdStartTime,
              createdEndTime,
              createdDisabled);
      return new StoredPromoCode(now, creation, shard, sequence);
    }
  }
}
