package dev.tributary.attribution.settle;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.ConversionType;
import dev.tributary.attribution.conversion.KeyColumns;
import dev.tributary.attribution.conversion.Paths;
import dev.tributary.attribution.credit.Policy;
import dev.tributary.runtime.feed.ShardRange;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds the conversions that touches may change. */
final class SuspectStore {
  /**
   * How many orders one visitor, customer or click id may have in the time looked at. More are no
   * person's but what a shop writes when it does not know one; settling them on every touch that
   * says the same would never end, and mean nothing.
   */
  static final int ORDERS_MAX = 100;

  private static final String PLACES =
      """
      unnest(cast(:shards as integer array), cast(:sequences as bigint array))
        as p (shard, sequence)
      join touch t on t.shard = p.shard and t.sequence = p.sequence""";

  // Sub-selects, because a join lets the planner read all conversions when they seem to be few.
  // Each is one look-up of an index that mostly finds nothing. What is null is left out by name:
  // H2 compares it with every conversion of the index.
  private static final String OF_BUYERS =
      """
      select t.shard, t.sequence
      from unnest(
        cast(:shards as integer array), cast(:afters as bigint array), cast(:lasts as bigint array))
        as r (shard, after_sequence, last_sequence)
      join touch t
        on t.shard = r.shard
        and t.sequence > r.after_sequence and t.sequence <= r.last_sequence
      where %s or %s or %s"""
          .formatted(
              anyOrder("visitor_key", "person_key"),
              anyOrder("customer_key", "customer_key"),
              anyOrder("click_id", "touch_id"));

  private static final String ORDERS =
      """
      select distinct workspace, storefront_id, conversion_type, order_id from (
      %s
      union all
      %s
      union all
      %s
      ) orders"""
          .formatted(
              orders("visitor_key", "person_key"),
              orders("customer_key", "customer_key"),
              orders("click_id", "touch_id"));

  private static final String LATER =
      """
      c.workspace = t.workspace and c.customer_key = t.customer_key
      and c.conversion_time > t.order_time and c.conversion_time <= t.until_time
      and c.storefront_id = t.storefront_id and c.conversion_type = 'PURCHASE'""";

  private static final String BOUND =
      """
      join conversion c
        on %1$s
        and c.receive_time >= t.record_time - %2$s
      where t.active and (
        select 1 from conversion c
        where %1$s
        order by c.conversion_time limit 1 offset %3$d
      ) is null"""
          .formatted(LATER, interval(Policy.REATTRIBUTION_WINDOW), ORDERS_MAX);

  /**
   * Adds the conversions in whose path a touch lies and that were received early enough for it.
   *
   * @param ranges pieces of shards; what is no touch in them is left out
   */
  void addOrdersOf(Handle handle, List<ShardRange> ranges, Suspects suspects) {
    List<TouchPlace> ofBuyers =
        ranges.isEmpty()
            ? List.of()
            : bind(handle.createQuery(OF_BUYERS), ranges)
                .map((row, context) -> new TouchPlace(row.getInt("shard"), row.getLong("sequence")))
                .list();
    if (ofBuyers.isEmpty()) {
      return;
    }
    handle
        .createQuery(ORDERS)
        .bindArray("shards", Integer.class, ofBuyers.stream().map(TouchPlace::shard).toList())
        .bindArray("sequences", Long.class, ofBuyers.stream().map(TouchPlace::sequence).toList())
        .map(
            (row, context) -> {
              suspects.add(
                  row.getString("workspace"),
                  new ConversionKey(
                      row.getString("storefront_id"),
                      ConversionType.valueOf(row.getString("conversion_type")),
                      row.getString("order_id")));
              return row.getString("order_id");
            })
        .list();
  }

  /**
   * Adds later orders of the customers whom these orders bind, that were received early enough for
   * it.
   */
  void addBoundOrders(
      Handle handle, String workspace, Collection<ConversionKey> orders, Suspects suspects) {
    new KeyColumns()
        .rowsOf(handle, workspace, orders, "c.order_id as bound_order_id", "code_binding", BOUND)
        .map(
            (row, context) ->
                new ConversionKey(
                    row.getString("storefront_id"),
                    ConversionType.PURCHASE,
                    row.getString("bound_order_id")))
        .forEach(key -> suspects.add(workspace, key));
  }

  /** Binds pieces of shards as arrays of their shards and bounds. */
  static Query bind(Query query, List<ShardRange> ranges) {
    return query
        .bindArray("shards", Integer.class, ranges.stream().map(ShardRange::shard).toList())
        .bindArray("afters", Long.class, ranges.stream().map(ShardRange::after).toList())
        .bindArray("lasts", Long.class, ranges.stream().map(ShardRange::last).toList());
  }

  private static String anyOrder(String ofConversion, String ofTouch) {
    return """
    t.%2$s is not null and (
      select 1 from conversion c
      where c.workspace = t.workspace and c.%1$s = t.%2$s limit 1
    ) = 1"""
        .formatted(ofConversion, ofTouch);
  }

  private static String orders(String ofConversion, String ofTouch) {
    String near =
        """
        c.workspace = t.workspace and c.%s = t.%s
        and c.conversion_time >= t.event_time - %s and c.conversion_time <= t.event_time + %s"""
            .formatted(
                ofConversion,
                ofTouch,
                interval(Paths.LOOKED_AT_AFTER),
                interval(Paths.LOOKED_AT_BEFORE));
    return """
    select c.workspace, c.storefront_id, c.conversion_type, c.order_id
    from %1$s
    join conversion c
      on %2$s
      and c.receive_time >= t.record_time - %3$s
    where t.%5$s is not null and (
      select 1 from conversion c
      where %2$s
      order by c.conversion_time limit 1 offset %4$d
    ) is null"""
        .formatted(PLACES, near, interval(Policy.REATTRIBUTION_WINDOW), ORDERS_MAX, ofTouch);
  }

  private static String interval(Duration duration) {
    return "interval '%d' hour".formatted(duration.toHours());
  }
}
