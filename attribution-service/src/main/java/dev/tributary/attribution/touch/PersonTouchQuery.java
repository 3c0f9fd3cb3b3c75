package dev.tributary.attribution.touch;

import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/**
 * The touches of some persons, and those with some ids, newest first. One query for each column
 * that may name a person, however many persons there are: each value is one range of the column's
 * index, while conditions joined by OR, or a list of values, would read the whole table.
 */
final class PersonTouchQuery {
  private static final Comparator<Touch> NEWEST_FIRST =
      Comparator.comparing(Touch::eventTime)
          .thenComparing(Touch::recordTime)
          .thenComparing(Touch::sequence)
          .thenComparing(Touch::touchId)
          .reversed();

  private final TouchMapper mapper = new TouchMapper();
  private final String workspace;
  private final Instant from;
  private final Instant to;
  private final int limit;

  /**
   * A query of one workspace.
   *
   * @param from first event time, included
   * @param to last event time, included
   * @param limit how many to read at most of each person, and of each id
   */
  PersonTouchQuery(String workspace, Instant from, Instant to, int limit) {
    this.workspace = workspace;
    this.from = from;
    this.to = to;
    this.limit = limit;
  }

  List<Touch> run(Handle handle, Collection<PersonKey> persons, Collection<String> touchIds) {
    byte[][] keys = persons.stream().distinct().map(PersonKey::bytes).toArray(byte[][]::new);
    String[] ids = touchIds.stream().distinct().toArray(String[]::new);
    return Stream.of(
            with(handle, "person_key", "bytea", keys),
            with(handle, "customer_key", "bytea", keys),
            with(handle, "touch_id", "varchar", ids))
        .flatMap(List::stream)
        .distinct()
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** Touches whose column has one of the values. */
  private List<Touch> with(Handle handle, String column, String type, Object[] values) {
    if (values.length == 0) {
      return List.of();
    }
    Argument array =
        (position, statement, context) ->
            statement.setArray(position, statement.getConnection().createArrayOf(type, values));
    return handle
        .createQuery(
            """
            select %1$s from (
              select t.*, row_number() over (
                partition by t.%2$s
                order by t.event_time desc, t.record_time desc, t.sequence desc, t.touch_id desc
              ) as place
              from unnest(cast(:values as %3$s array)) as wanted (wanted_value)
              join touch t
                on t.workspace = :workspace and t.%2$s = wanted.wanted_value
                and t.event_time >= :from and t.event_time <= :to
            ) ranked
            where place <= :limit"""
                .formatted(TouchMapper.COLUMNS, column, type))
        .bind("values", array)
        .bind("workspace", workspace)
        .bind("from", from)
        .bind("to", to)
        .bind("limit", limit)
        .map(mapper)
        .list();
  }
}
