package dev.tributary.attribution.touch;

import dev.tributary.attribution.identity.VisitorSpan;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/**
 * Touches by one column that may name a person, for many searches in one statement. Each search is
 * one range of the column's index, while conditions joined by OR, or a list of values, would read
 * the whole table. Where the range has too many touches its ends are drawn in first, by two
 * look-ups that stop after as many rows as are wanted; so one name that a shop gives to everybody
 * costs no more than a person's.
 */
final class TouchQuery {
  private static final String SQL =
      """
      select search_no, %1$s
      from (
        select w.search_no, w.wanted, w.recorded_until,
          coalesce(
            (
              select b.event_time from touch b
              where b.workspace = :workspace and b.%2$s = w.wanted
                and b.event_time >= w.from_time and b.event_time <= w.middle_time
                and b.record_time <= w.recorded_until
              order by b.event_time desc limit 1 offset %4$d),
            w.from_time) as first_time,
          coalesce(
            (
              select a.event_time from touch a
              where a.workspace = :workspace and a.%2$s = w.wanted
                and a.event_time > w.middle_time and a.event_time <= w.to_time
                and a.record_time <= w.recorded_until
              order by a.event_time limit 1 offset %4$d),
            w.to_time) as last_time
        from unnest(
          cast(:searchNos as integer array), cast(:wanted as %3$s array),
          cast(:fromTimes as timestamp(6) with time zone array),
          cast(:middleTimes as timestamp(6) with time zone array),
          cast(:toTimes as timestamp(6) with time zone array),
          cast(:recordedUntil as timestamp(6) with time zone array))
          as w (search_no, wanted, from_time, middle_time, to_time, recorded_until)
        offset 0
      ) s
      join touch t
        on t.workspace = :workspace and t.%2$s = s.wanted
        and t.event_time >= s.first_time and t.event_time <= s.last_time
        and t.record_time <= s.recorded_until""";

  private final TouchMapper mapper = new TouchMapper();
  private final String workspace;
  private final int limit;

  /**
   * A query of one workspace.
   *
   * @param limit how many to read at most of each search on each side of its middle; more only if
   *     they are of the same time
   */
  TouchQuery(String workspace, int limit) {
    this.workspace = workspace;
    this.limit = limit;
  }

  /**
   * Adds what is found.
   *
   * @param column the column that has the values
   * @param type the type of an element of an array of them
   * @param found the answers by number of the search
   */
  void run(Handle handle, String column, String type, List<Wanted> wanted, List<Set<Touch>> found) {
    if (wanted.isEmpty()) {
      return;
    }
    handle
        .createQuery(SQL.formatted(TouchMapper.COLUMNS, column, type, limit - 1))
        .bind("workspace", workspace)
        .bind("searchNos", array("integer", wanted, Wanted::searchNo))
        .bind("wanted", array(type, wanted, Wanted::value))
        .bind("fromTimes", times(wanted, Wanted::from))
        .bind("middleTimes", times(wanted, Wanted::middle))
        .bind("toTimes", times(wanted, Wanted::to))
        .bind("recordedUntil", times(wanted, Wanted::recordedUntil))
        .map((row, context) -> found.get(row.getInt("search_no")).add(mapper.map(row, context)))
        .list();
  }

  private static Argument times(List<Wanted> wanted, Function<Wanted, Instant> time) {
    return array("timestamptz", wanted, each -> time.apply(each).atOffset(ZoneOffset.UTC));
  }

  private static Argument array(String type, List<Wanted> wanted, Function<Wanted, Object> value) {
    List<Object> values = wanted.stream().map(value).toList();
    // PostgreSQL's driver takes byte arrays only in an array that says so.
    Object[] elements =
        values.get(0) instanceof byte[] ? values.toArray(byte[][]::new) : values.toArray();
    return (position, statement, context) ->
        statement.setArray(position, statement.getConnection().createArrayOf(type, elements));
  }

  /**
   * A value that a search names in the column.
   *
   * @param searchNo number of the search
   * @param value the value
   * @param from first event time, included
   * @param middle of too many touches up to here the newest are read, and after it the earliest
   * @param to last event time, included
   * @param recordedUntil last record time, included
   */
  record Wanted(
      int searchNo, Object value, Instant from, Instant middle, Instant to, Instant recordedUntil) {
    /** A value in the whole time of a search. */
    static Wanted always(int searchNo, Object value, TouchSearch search) {
      return new Wanted(
          searchNo, value, search.from(), search.middle(), search.to(), search.recordedUntil());
    }

    /** A visitor in the part of a span that lies in the time of a search; empty if none does. */
    static Optional<Wanted> within(int searchNo, VisitorSpan span, TouchSearch search) {
      Instant from = search.from().isAfter(span.start()) ? search.from() : span.start();
      boolean endsInside = !span.end().isAfter(search.to());
      Instant to = endsInside ? span.end().minus(1, ChronoUnit.MICROS) : search.to();
      if (from.isAfter(to)) {
        return Optional.empty();
      }
      // A middle outside stands right before the span or at its end: then all of it is on one side.
      Instant before = from.minus(1, ChronoUnit.MICROS);
      Instant middle = search.middle().isBefore(before) ? before : search.middle();
      return Optional.of(
          new Wanted(
              searchNo,
              span.visitor().bytes(),
              from,
              middle.isAfter(to) ? to : middle,
              to,
              search.recordedUntil()));
    }
  }
}
