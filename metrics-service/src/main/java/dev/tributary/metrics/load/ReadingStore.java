package dev.tributary.metrics.load;

import dev.tributary.metrics.fact.AccountKey;
import dev.tributary.metrics.fact.Source;
import dev.tributary.runtime.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Reads snapshots of posts and accounts, every one there is and in any order. */
final class ReadingStore {
  /** A snapshot and the subject that it is of. */
  record Of<S>(S subject, Snapshot snapshot) {}

  /**
   * Snapshots of posts.
   *
   * @param postIds absent for all posts of the workspace
   */
  List<Of<String>> ofPosts(Handle handle, String workspace, Optional<Set<String>> postIds) {
    return Conditions.of(workspace)
        .only("post_id", postIds)
        .query(
            handle,
            """
            select post_id, observed_time, sequence, provenance, system, span, counted_day,
              counted_day_zone, metrics, counts, absences
            from post_snapshot""")
        .map((row, context) -> new Of<>(row.getString("post_id"), snapshot(row, countedDay(row))))
        .list();
  }

  /** Snapshots of accounts with these handles, on whatever platform. */
  List<Of<AccountKey>> ofAccounts(Handle handle, String workspace, Set<String> handles) {
    return Conditions.of(workspace)
        .anyOf("handle", handles)
        .query(
            handle,
            """
            select platform, handle, observed_time, sequence, provenance, system, metrics, counts,
              absences
            from account_snapshot""")
        .map((row, context) -> new Of<>(account(row), snapshot(row, Optional.empty())))
        .list();
  }

  private static AccountKey account(ResultSet row) throws SQLException {
    return new AccountKey(
        ContractNumbers.platform(row.getInt("platform")), row.getString("handle"));
  }

  private static Optional<CountedDay> countedDay(ResultSet row) throws SQLException {
    return row.getInt("span") == ContractNumbers.SPAN_DAILY
        ? Optional.of(
            new CountedDay(
                row.getObject("counted_day", LocalDate.class),
                ZoneId.of(row.getString("counted_day_zone"))))
        : Optional.empty();
  }

  private static Snapshot snapshot(ResultSet row, Optional<CountedDay> day) throws SQLException {
    return new Snapshot(
        Columns.time(row, "observed_time"),
        row.getLong("sequence"),
        new Source(ContractNumbers.provenance(row.getInt("provenance")), row.getString("system")),
        day,
        counters(row));
  }

  private static List<Snapshot.Counter> counters(ResultSet row) throws SQLException {
    Object[] metrics = array(row, "metrics");
    Object[] counts = array(row, "counts");
    Object[] absences = array(row, "absences");
    List<Snapshot.Counter> counters = new ArrayList<>(metrics.length);
    for (int i = 0; i < metrics.length; i++) {
      int absence = ((Number) absences[i]).intValue();
      long count = absence == 0 ? ((Number) counts[i]).longValue() : 0;
      counters.add(
          new Snapshot.Counter((String) metrics[i], ContractNumbers.state(absence), count));
    }
    return counters;
  }

  private static Object[] array(ResultSet row, String column) throws SQLException {
    return (Object[]) row.getArray(column).getArray();
  }
}
