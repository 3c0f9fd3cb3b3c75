package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.BoundCode;
import dev.tributary.attribution.owner.Owner;
import dev.tributary.runtime.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table code_binding. */
final class CodeBindingStore {
  private static final String VALID =
      """
      %1$s.workspace = :workspace and %1$s.storefront_id = w.storefront_id
      and %1$s.customer_key = w.customer_key
      and %1$s.order_time < w.conversion_time and %1$s.until_time >= w.conversion_time
      and %1$s.record_time <= w.recorded_until and %1$s.active""";

  private static final String NEWEST =
      """
      select w.search_no, b.order_id, b.code_id, b.code, b.collaboration_id, b.creator_id,
        b.campaign_id, b.order_time
      from unnest(
        cast(:searchNos as integer array), cast(:storefrontIds as varchar array),
        cast(:customers as bytea array),
        cast(:times as timestamp(6) with time zone array),
        cast(:recordedUntil as timestamp(6) with time zone array))
        as w (search_no, storefront_id, customer_key, conversion_time, recorded_until)
      join code_binding b
        on %s
        and b.order_time = (select max(m.order_time) from code_binding m where %s)"""
          .formatted(VALID.formatted("b"), VALID.formatted("m"));

  private final KeyColumns keys = new KeyColumns();

  /**
   * The newest binding of each conversion's customer at its time, by the conversion's key.
   *
   * @param recordedUntil when it must have been recorded, by conversion; each has a customer
   */
  Map<ConversionKey, BoundCode> newest(
      Handle handle, String workspace, Map<Conversion, Instant> recordedUntil) {
    List<Conversion> wanted = new ArrayList<>(recordedUntil.keySet());
    Map<ConversionKey, BoundCode> found = new HashMap<>();
    List<Object> numbers = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      numbers.add(i);
    }
    handle
        .createQuery(NEWEST)
        .bind("workspace", workspace)
        .bind("searchNos", array("integer", numbers))
        .bind("storefrontIds", array("varchar", wanted, each -> each.key().storefrontId()))
        .bind("customers", keysOf(wanted))
        .bind("times", array("timestamptz", wanted, each -> each.time().atOffset(ZoneOffset.UTC)))
        .bind(
            "recordedUntil",
            array(
                "timestamptz",
                wanted,
                each -> recordedUntil.getOrDefault(each, Instant.EPOCH).atOffset(ZoneOffset.UTC)))
        .map((row, context) -> Map.entry(row.getInt("search_no"), code(row)))
        .forEach(
            entry ->
                found.merge(
                    wanted.get(entry.getKey()).key(),
                    entry.getValue(),
                    BinaryOperator.maxBy(BoundCode.OLDEST_FIRST)));
    return found;
  }

  /** Writes what orders bind; those that are there get what is different. */
  void put(Handle handle, String workspace, List<CodeBinding> bindings, Instant now) {
    if (bindings.isEmpty()) {
      return;
    }
    PreparedBatch missing =
        handle.prepareBatch(
            """
            insert into code_binding (
              %s, customer_key, code_id, code, collaboration_id, creator_id, campaign_id,
              order_time, until_time, active, record_time)
            values (
              %s, :customerKey, :codeId, :code, :collaborationId, :creatorId, :campaignId,
              :orderTime, :untilTime, true, :now)
            on conflict do nothing"""
                .formatted(KeyColumns.NAMES, KeyColumns.VALUES));
    PreparedBatch other =
        handle.prepareBatch(
            """
            update code_binding
            set code_id = :codeId, code = :code, collaboration_id = :collaborationId,
              creator_id = :creatorId, campaign_id = :campaignId, until_time = :untilTime,
              record_time = :now
            where %s and code_id <> :codeId"""
                .formatted(KeyColumns.MATCH));
    for (CodeBinding binding : bindings) {
      bind(missing, workspace, binding, now)
          .bind("customerKey", binding.customer().bytes())
          .bind("orderTime", binding.code().orderTime())
          .add();
      bind(other, workspace, binding, now).add();
    }
    missing.execute();
    other.execute();
  }

  /** Takes orders out that bind nobody. */
  void delete(Handle handle, String workspace, Collection<ConversionKey> orders) {
    if (orders.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch("delete from code_binding where %s".formatted(KeyColumns.MATCH));
    orders.forEach(key -> keys.bind(batch, workspace, key).add());
    batch.execute();
  }

  /** Writes whether orders bind, as far as they are there. */
  void activate(Handle handle, String workspace, Map<ConversionKey, Boolean> states, Instant now) {
    if (states.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            update code_binding
            set active = :active, record_time = :now
            where %s and active <> :active"""
                .formatted(KeyColumns.MATCH));
    states.forEach(
        (key, active) ->
            keys.bind(batch, workspace, key).bind("active", active).bind("now", now).add());
    batch.execute();
  }

  private PreparedBatch bind(
      PreparedBatch batch, String workspace, CodeBinding binding, Instant now) {
    BoundCode code = binding.code();
    return keys.bind(batch, workspace, binding.key())
        .bind("codeId", code.codeId())
        .bind("code", code.code())
        .bind("collaborationId", code.owner().collaborationId())
        .bind("creatorId", code.owner().creatorId())
        .bind("campaignId", code.owner().campaignId())
        .bind("untilTime", binding.untilTime())
        .bind("now", now);
  }

  private static BoundCode code(ResultSet row) throws SQLException {
    return new BoundCode(
        row.getString("code_id"),
        row.getString("code"),
        new Owner(
            row.getString("collaboration_id"),
            row.getString("creator_id"),
            row.getString("campaign_id")),
        row.getString("order_id"),
        Columns.time(row, "order_time"));
  }

  private static Argument array(
      String type, List<Conversion> wanted, Function<Conversion, Object> value) {
    return array(type, wanted.stream().map(value).toList());
  }

  private static Argument array(String type, List<Object> values) {
    return (position, statement, context) ->
        statement.setArray(
            position, statement.getConnection().createArrayOf(type, values.toArray()));
  }

  private static Argument keysOf(List<Conversion> wanted) {
    Object[] customers =
        wanted.stream().map(each -> each.customer().orElseThrow().bytes()).toArray(byte[][]::new);
    return (position, statement, context) ->
        statement.setArray(position, statement.getConnection().createArrayOf("bytea", customers));
  }
}
