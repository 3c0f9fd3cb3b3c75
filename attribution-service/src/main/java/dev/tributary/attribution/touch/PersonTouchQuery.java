package dev.tributary.attribution.touch;

import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The touches of some persons, and those with some ids, newest first. One branch for each key: a
 * branch is a range of an index, while the same conditions joined by OR would read the whole table.
 */
final class PersonTouchQuery {
  private static final Comparator<Touch> NEWEST_FIRST =
      Comparator.comparing(Touch::eventTime)
          .thenComparing(Touch::recordTime)
          .thenComparing(Touch::sequence)
          .thenComparing(Touch::touchId)
          .reversed();

  private final String workspace;
  private final Instant from;
  private final Instant to;
  private final int limit;

  /**
   * A query of one workspace.
   *
   * @param from first event time, included
   * @param to last event time, included
   * @param limit how many to read at most
   */
  PersonTouchQuery(String workspace, Instant from, Instant to, int limit) {
    this.workspace = workspace;
    this.from = from;
    this.to = to;
    this.limit = limit;
  }

  List<Touch> run(Handle handle, Collection<PersonKey> persons, Collection<String> touchIds) {
    List<Branch> branches = new ArrayList<>();
    for (PersonKey person : persons) {
      branches.add(new Branch("person_key", person.bytes()));
      branches.add(new Branch("customer_key", person.bytes()));
    }
    touchIds.forEach(touchId -> branches.add(new Branch("touch_id", touchId)));
    if (branches.isEmpty()) {
      return List.of();
    }
    return read(handle, branches).stream().distinct().sorted(NEWEST_FIRST).limit(limit).toList();
  }

  private List<Touch> read(Handle handle, List<Branch> branches) {
    String sql = branches.stream().map(Branch::sql).collect(Collectors.joining("\nunion all\n"));
    try (Query query = handle.createQuery(sql)) {
      int position = 0;
      for (Branch branch : branches) {
        query
            .bind(position++, workspace)
            .bind(position++, branch.value)
            .bind(position++, from)
            .bind(position++, to)
            .bind(position++, limit);
      }
      return query.map(new TouchMapper()).list();
    }
  }

  private record Branch(String column, Object value) {
    String sql() {
      return """
      (select %s from touch
      where workspace = ? and %s = ? and event_time >= ? and event_time <= ?
      order by event_time desc, record_time desc, sequence desc, touch_id desc limit ?)"""
          .formatted(TouchMapper.COLUMNS, column);
    }
  }
}
