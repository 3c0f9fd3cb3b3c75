package dev.tributary.attribution.identity;

import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;

/**
 * Who knows whom in the table identity_link, for many questions in one statement. Each is one range
 * of an index that ends after a bounded number of rows.
 */
final class AcquaintanceStore {
  private static final String ASKED =
      """
      unnest(
        cast(:searchNos as integer array), cast(:persons as bytea array),
        cast(:recordedUntil as timestamp(6) with time zone array))
        as w (search_no, person_key, recorded_until)""";

  private static final String OF_VISITORS =
      """
      select s.search_no, %s
      from (
        select w.search_no, w.person_key, w.recorded_until,
          (
            select b.event_time from identity_link b
            where b.workspace = :workspace and b.visitor_key = w.person_key
              and b.record_time <= w.recorded_until
            order by b.event_time limit 1 offset %d) as beyond_limit
        from %s
        offset 0
      ) s
      join identity_link l
        on l.workspace = :workspace and l.visitor_key = s.person_key
        and l.record_time <= s.recorded_until
      where s.beyond_limit is null"""
          .formatted(IdentityLinkStore.columns(), Identities.LINKS_MAX, ASKED);

  private static final String OF_CUSTOMERS =
      """
      select s.search_no, l.visitor_key, max(l.event_time) as newest_time
      from (
        select w.search_no, w.person_key, w.recorded_until,
          coalesce(
            (
              select b.event_time from identity_link b
              where b.workspace = :workspace and b.customer_key = w.person_key
                and b.record_time <= w.recorded_until
              order by b.event_time desc limit 1 offset %d),
            timestamp with time zone '1970-01-01 00:00:00+00') as first_time
        from %s
        offset 0
      ) s
      join identity_link l
        on l.workspace = :workspace and l.customer_key = s.person_key
        and l.event_time >= s.first_time and l.record_time <= s.recorded_until
      group by s.search_no, l.visitor_key"""
          .formatted(Identities.LINKS_MAX - 1, ASKED);

  private static final Comparator<Acquaintance> NEWEST_FIRST =
      Comparator.comparing(Acquaintance::time)
          .thenComparing(acquaintance -> acquaintance.visitor().hex())
          .reversed();

  /** The links of each visitor by the number of the search; none of one that has too many. */
  Map<Integer, List<IdentityLink>> ofVisitors(
      Handle handle, String workspace, List<Asked> visitors) {
    Map<Integer, List<IdentityLink>> links = new HashMap<>();
    if (!visitors.isEmpty()) {
      bind(handle.createQuery(OF_VISITORS), workspace, visitors)
          .map(
              (row, context) ->
                  links
                      .computeIfAbsent(row.getInt("search_no"), absent -> new ArrayList<>())
                      .add(IdentityLinkStore.stored(row).link()))
          .list();
    }
    return links;
  }

  /** The visitors that were ever linked to each customer, the newest of too many. */
  Map<Integer, List<PersonKey>> ofCustomers(
      Handle handle, String workspace, List<Asked> customers) {
    Map<Integer, List<Acquaintance>> found = new HashMap<>();
    if (!customers.isEmpty()) {
      bind(handle.createQuery(OF_CUSTOMERS), workspace, customers)
          .map(
              (row, context) ->
                  found
                      .computeIfAbsent(row.getInt("search_no"), absent -> new ArrayList<>())
                      .add(
                          new Acquaintance(
                              new PersonKey(row.getBytes("visitor_key")),
                              row.getObject("newest_time", OffsetDateTime.class).toInstant())))
          .list();
    }
    Map<Integer, List<PersonKey>> newest = new HashMap<>();
    found.forEach(
        (searchNo, all) ->
            newest.put(
                searchNo,
                all.stream()
                    .sorted(NEWEST_FIRST)
                    .limit(Identities.VISITORS_MAX)
                    .map(Acquaintance::visitor)
                    .toList()));
    return newest;
  }

  private static Query bind(Query query, String workspace, List<Asked> asked) {
    Object[] times =
        asked.stream().map(each -> each.recordedUntil().atOffset(ZoneOffset.UTC)).toArray();
    Argument recordedUntil =
        (position, statement, context) ->
            statement.setArray(
                position, statement.getConnection().createArrayOf("timestamptz", times));
    return query
        .bind("workspace", workspace)
        .bindArray("searchNos", Integer.class, asked.stream().map(Asked::searchNo).toList())
        .bind("persons", IdentityLinkStore.persons(asked.stream().map(Asked::person).toList()))
        .bind("recordedUntil", recordedUntil);
  }

  /**
   * A question.
   *
   * @param searchNo its number
   * @param person whose acquaintances are asked for
   * @param recordedUntil last record time of the links that count
   */
  record Asked(int searchNo, PersonKey person, Instant recordedUntil) {}

  private record Acquaintance(PersonKey visitor, Instant time) {}
}
