package dev.tributary.attribution.promocode;

import dev.tributary.runtime.database.BulkInsert;
import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.database.RowSink;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table code_reservation. */
final class ReservationStore {
  private static final BulkInsert<Row> INSERT =
      new BulkInsert<>(
          "code_reservation",
          """
          shard, workspace, code_id, order_key, customer_key, state, currency_code, amount_minor,
          discount_minor, create_time, expire_time, over_limit, version""",
          ReservationStore::write);

  private static final String COLUMNS =
      """
      r.code_id, r.order_key, r.customer_key, r.state, r.currency_code, r.amount_minor,
      r.discount_minor, r.create_time, r.expire_time, r.over_limit, r.version""";

  /** The reservations with these keys; unknown ones are missing. */
  List<Reservation> named(Handle handle, String workspace, Collection<ReservationKey> keys) {
    List<String> codeIds = keys.stream().map(ReservationKey::codeId).toList();
    return handle
        .createQuery(
            """
            select %s
            from unnest(:shards, :codeIds, :orderKeys) as wanted (shard, code_id, order_key)
            join code_reservation r
              on r.shard = wanted.shard
              and r.workspace = :workspace
              and r.code_id = wanted.code_id
              and r.order_key = wanted.order_key"""
                .formatted(COLUMNS))
        .bindArray("shards", Integer.class, shards(workspace, codeIds))
        .bindArray("codeIds", String.class, codeIds)
        .bindArray("orderKeys", String.class, keys.stream().map(ReservationKey::orderKey).toList())
        .bind("workspace", workspace)
        .map((row, context) -> reservation(row))
        .list();
  }

  /** The reservations of these orders, whatever their codes and the shops of these. */
  List<Reservation> ofOrders(Handle handle, String workspace, Collection<String> orderKeys) {
    return handle
        .createQuery(
            """
            select %s
            from unnest(cast(:orderKeys as varchar array)) as wanted (order_key)
            join code_reservation r
              on r.workspace = :workspace and r.order_key = wanted.order_key"""
                .formatted(COLUMNS))
        .bindArray("orderKeys", String.class, Set.copyOf(orderKeys))
        .bind("workspace", workspace)
        .map((row, context) -> reservation(row))
        .list();
  }

  /** Held reservations of codes whose time has come, those that ended first first. */
  List<Reservation> due(
      Handle handle, String workspace, Collection<String> codeIds, Instant now, int limit) {
    return handle
        .createQuery(
            """
            select %s
            from unnest(:shards, :codeIds) as wanted (shard, code_id)
            join code_reservation r
              on r.shard = wanted.shard
              and r.workspace = :workspace
              and r.code_id = wanted.code_id
              and r.state = :held
              and r.expire_time <= :now
            order by r.expire_time, r.code_id, r.order_key
            limit :limit"""
                .formatted(COLUMNS))
        .bindArray("shards", Integer.class, shards(workspace, codeIds))
        .bindArray("codeIds", String.class, codeIds)
        .bind("workspace", workspace)
        .bind("held", Reservation.State.HELD.name())
        .bind("now", now)
        .bind("limit", limit)
        .map((row, context) -> reservation(row))
        .list();
  }

  /** Adds reservations that the table does not have. */
  void insert(Handle handle, String workspace, List<Reservation> reservations) {
    INSERT.run(handle, reservations.stream().map(each -> new Row(workspace, each)).toList());
  }

  /** Writes the new state of reservations that are otherwise as the table has them. */
  void move(Handle handle, String workspace, List<Reservation> reservations) {
    if (reservations.isEmpty()) {
      return;
    }
    List<String> codeIds = reservations.stream().map(Reservation::codeId).toList();
    handle
        .createUpdate(
            """
            update code_reservation
            set state = wanted.state, over_limit = null, version = wanted.version
            from unnest(
              cast(:shards as integer array), cast(:codeIds as varchar array),
              cast(:orderKeys as varchar array), cast(:states as varchar array),
              cast(:versions as bigint array))
              as wanted (shard, code_id, order_key, state, version)
            where code_reservation.shard = wanted.shard
              and code_reservation.workspace = :workspace
              and code_reservation.code_id = wanted.code_id
              and code_reservation.order_key = wanted.order_key""")
        .bind("workspace", workspace)
        .bindArray("shards", Integer.class, shards(workspace, codeIds))
        .bindArray("codeIds", String.class, codeIds)
        .bindArray(
            "orderKeys", String.class, reservations.stream().map(Reservation::orderKey).toList())
        .bindArray(
            "states", String.class, reservations.stream().map(each -> each.state().name()).toList())
        .bindArray("versions", Long.class, reservations.stream().map(Reservation::version).toList())
        .execute();
  }

  /** Writes reservations that were made again. */
  void update(Handle handle, String workspace, List<Reservation> reservations) {
    if (reservations.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            update code_reservation
            set customer_key = :customerKey, state = :state, currency_code = :currencyCode,
              amount_minor = :amountMinor, discount_minor = :discountMinor,
              create_time = :createTime, expire_time = :expireTime, over_limit = :overLimit,
              version = :version
            where shard = :shard and workspace = :workspace and code_id = :codeId
              and order_key = :orderKey and version < :version""");
    for (Reservation reservation : reservations) {
      batch
          .bind("shard", NewPromoCode.shard(workspace, reservation.codeId()))
          .bind("workspace", workspace)
          .bind("codeId", reservation.codeId())
          .bind("orderKey", reservation.orderKey())
          .bind("customerKey", reservation.customer().map(PersonKey::bytes).orElse(null))
          .bind("state", reservation.state().name())
          .bind("currencyCode", reservation.amount().currency())
          .bind("amountMinor", reservation.amount().minor())
          .bind("discountMinor", reservation.discount().minor())
          .bind("createTime", reservation.createTime())
          .bind("expireTime", reservation.expireTime())
          .bind("overLimit", reservation.overLimit().map(Enum::name).orElse(null))
          .bind("version", reservation.version())
          .add();
    }
    batch.execute();
  }

  private static void write(Row placed, RowSink row) throws SQLException {
    Reservation reservation = placed.reservation;
    row.integer(NewPromoCode.shard(placed.workspace, reservation.codeId()))
        .text(placed.workspace)
        .text(reservation.codeId())
        .text(reservation.orderKey())
        .bytes(reservation.customer().map(PersonKey::bytes).orElse(null))
        .text(reservation.state().name())
        .text(reservation.amount().currency())
        .bigint(reservation.amount().minor())
        .bigint(reservation.discount().minor())
        .time(reservation.createTime())
        .time(reservation.expireTime())
        .text(reservation.overLimit().map(Enum::name).orElse(null))
        .bigint(reservation.version());
  }

  private static List<Integer> shards(String workspace, Collection<String> codeIds) {
    return codeIds.stream().map(codeId -> NewPromoCode.shard(workspace, codeId)).toList();
  }

  private static Reservation reservation(ResultSet row) throws SQLException {
    String currency = row.getString("currency_code");
    return new Reservation(
        row.getString("code_id"),
        row.getString("order_key"),
        Optional.ofNullable(row.getBytes("customer_key")).map(PersonKey::new),
        Reservation.State.valueOf(row.getString("state")),
        new Money(currency, row.getLong("amount_minor")),
        new Money(currency, row.getLong("discount_minor")),
        Columns.time(row, "create_time"),
        Columns.time(row, "expire_time"),
        Optional.ofNullable(row.getString("over_limit")).map(ReservationRefusal::valueOf),
        row.getLong("version"));
  }

  private record Row(String workspace, Reservation reservation) {}
}
