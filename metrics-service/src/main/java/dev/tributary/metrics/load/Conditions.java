package dev.tributary.metrics.load;

import dev.tributary.metrics.fact.TimeRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The WHERE of a statement that holds only what was asked for, so that both databases find the
 * index of it. Lists are bound as one array: H2 answers {@code = any(?)} from an index, and a join
 * with a list by reading the whole table.
 */
final class Conditions {
  private final List<String> terms = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, Collection<String>> arrays = new LinkedHashMap<>();

  private Conditions() {}

  /** Rows of one workspace. */
  static Conditions of(String workspace) {
    var conditions = new Conditions();
    conditions.terms.add("workspace = :workspace");
    conditions.values.put("workspace", workspace);
    return conditions;
  }

  /** Only rows for which the fixed term holds. */
  Conditions and(String term) {
    terms.add(term);
    return this;
  }

  /** Only rows with one of the ids, none if there are none. */
  Conditions anyOf(String column, Collection<String> ids) {
    terms.add(column + " = any(:" + column + ")");
    arrays.put(column, ids);
    return this;
  }

  /** Only rows with one of the ids, if ids are given. */
  Conditions only(String column, Optional<Set<String>> ids) {
    return ids.map(some -> anyOf(column, some)).orElse(this);
  }

  /** Only rows with one of the ids, if any was asked for. */
  Conditions asked(String column, Set<String> ids) {
    return ids.isEmpty() ? this : anyOf(column, ids);
  }

  /** Only rows of the range, if one is given. */
  Conditions within(String column, Optional<TimeRange> range) {
    range.ifPresent(
        some -> {
          terms.add(column + " >= :start and " + column + " < :end");
          values.put("start", some.start());
          values.put("end", some.end());
        });
    return this;
  }

  /**
   * The query with everything bound.
   *
   * @param select the statement up to its WHERE
   * @param tail what follows it, such as a GROUP BY
   */
  Query query(Handle handle, String select, String tail) {
    Query query =
        handle.createQuery(select + "\nwhere " + String.join("\n  and ", terms) + "\n" + tail);
    values.forEach(query::bind);
    arrays.forEach((name, ids) -> query.bindArray(name, String.class, ids));
    return query;
  }

  /** The query with everything bound. */
  Query query(Handle handle, String select) {
    return query(handle, select, "");
  }
}
