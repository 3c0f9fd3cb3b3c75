package dev.tributary.attribution.settle;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.KeyColumns;
import dev.tributary.attribution.identity.Acquaintances;
import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.feed.ShardRange;
import dev.tributary.runtime.identity.PersonKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** Finds touches of persons with several names, and conversions by any of these. */
final class LinkedSuspectStore {
  // Sub-selects for the same reasons as in SuspectStore.
  private static final String TOUCHES =
      """
      select t.workspace, t.person_key, t.customer_key, t.event_time, t.record_time
      from unnest(
        cast(:shards as integer array), cast(:afters as bigint array), cast(:lasts as bigint array))
        as r (shard, after_sequence, last_sequence)
      join touch t
        on t.shard = r.shard
        and t.sequence > r.after_sequence and t.sequence <= r.last_sequence
      where
        (
          select 1 from identity_link l
          where l.workspace = t.workspace and l.visitor_key = t.person_key limit 1
        ) = 1
        or t.customer_key is not null and (
          select 1 from identity_link l
          where l.workspace = t.workspace and l.customer_key = t.customer_key limit 1
        ) = 1""";

  private static final String NEAR =
      """
      c.workspace = :workspace and c.%1$s = w.person_key
      and c.conversion_time >= w.from_time and c.conversion_time <= w.to_time
      and c.receive_time >= w.received_from""";

  private static final String ORDERS =
      """
      select distinct c.storefront_id, c.conversion_type, c.order_id
      from unnest(
        cast(:persons as bytea array),
        cast(:fromTimes as timestamp(6) with time zone array),
        cast(:toTimes as timestamp(6) with time zone array),
        cast(:receivedFrom as timestamp(6) with time zone array))
        as w (person_key, from_time, to_time, received_from)
      join conversion c on %1$s
      where (
        select c.conversion_time from conversion c
        where %1$s
        order by c.conversion_time limit 1 offset %2$d
      ) is null""";

  private final KeyColumns keys = new KeyColumns();

  /** The touches of visitors and customers of whom some identity link is known. */
  List<Happening> touchesOfLinked(Handle handle, List<ShardRange> ranges) {
    return ranges.isEmpty()
        ? List.of()
        : SuspectStore.bind(handle.createQuery(TOUCHES), ranges)
            .map(
                (row, context) ->
                    Happening.ofTouch(
                        row.getString("workspace"),
                        new Acquaintances.Of(
                            person(row, "person_key"), person(row, "customer_key")),
                        Columns.time(row, "event_time"),
                        Columns.time(row, "record_time")))
            .list();
  }

  /**
   * The conversions that name somebody, unless they are more than a person's.
   *
   * @param column who is named: visitor_key or customer_key
   */
  List<ConversionKey> orders(Handle handle, String workspace, String column, List<Look> looks) {
    return looks.isEmpty()
        ? List.of()
        : handle
            .createQuery(ORDERS.formatted(NEAR.formatted(column), SuspectStore.ORDERS_MAX))
            .bind("workspace", workspace)
            .bind("persons", persons(looks))
            .bind("fromTimes", times(looks, Look::from))
            .bind("toTimes", times(looks, Look::to))
            .bind("receivedFrom", times(looks, Look::receivedFrom))
            .map(keys)
            .list();
  }

  private static Optional<PersonKey> person(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getBytes(column))
        .filter(bytes -> bytes.length > 0)
        .map(PersonKey::new);
  }

  private static Argument persons(List<Look> looks) {
    Object[] values = looks.stream().map(look -> look.person().bytes()).toArray(byte[][]::new);
    return (position, statement, context) ->
        statement.setArray(position, statement.getConnection().createArrayOf("bytea", values));
  }

  private static Argument times(List<Look> looks, Function<Look, Instant> time) {
    Object[] values =
        looks.stream().map(look -> time.apply(look).atOffset(ZoneOffset.UTC)).toArray();
    return (position, statement, context) ->
        statement.setArray(
            position, statement.getConnection().createArrayOf("timestamptz", values));
  }

  /**
   * A look for the conversions of one name of a person.
   *
   * @param person the name
   * @param from conversions from this time on, included
   * @param to conversions up to this time, included
   * @param receivedFrom conversions that were received at this time or later
   */
  record Look(PersonKey person, Instant from, Instant to, Instant receivedFrom) {
    /** A look for what a happening may change. */
    static Look at(PersonKey person, Happening happening) {
      return new Look(person, happening.from(), happening.to(), happening.receivedFrom());
    }
  }
}
