package dev.tributary.metrics.load;

import static java.util.stream.Collectors.groupingBy;

import dev.tributary.metrics.fact.CostFact;
import dev.tributary.metrics.fact.CostOrigin;
import dev.tributary.metrics.fact.Source;
import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Reads costs. */
final class CostFactStore {
  /** Costs of the scope, each as it was last received. */
  List<CostFact> costs(Handle handle, Scope scope) {
    return entries(handle, scope).stream().collect(groupingBy(Entry::costId)).values().stream()
        .map(CostFactStore::newest)
        .filter(cost -> isIn(scope, cost))
        .toList();
  }

  /**
   * Every entry of each cost that has ever belonged to the scope. A later entry may have moved it
   * elsewhere, so only the newest one tells whether it still does.
   */
  private static List<Entry> entries(Handle handle, Scope scope) {
    return Conditions.of(scope.workspace())
        .only("cost_id", costIds(handle, scope))
        .query(
            handle,
            """
            select cost_id, receive_time, shard, sequence, observed_time, provenance, system,
              collaboration_id, campaign_id, kind, currency, amount_minor
            from cost_entry""")
        .map((row, context) -> entry(row))
        .list();
  }

  private static Optional<Set<String>> costIds(Handle handle, Scope scope) {
    if (scope.collaborationIds().isEmpty()) {
      return Optional.empty();
    }
    var ids = new TreeSet<String>();
    ids.addAll(costIds(handle, scope, "collaboration_id", scope.collaborationIds()));
    ids.addAll(costIds(handle, scope, "campaign_id", scope.wholeCampaignIds()));
    return Optional.of(ids);
  }

  private static List<String> costIds(
      Handle handle, Scope scope, String column, Optional<? extends Collection<String>> ids) {
    return Conditions.of(scope.workspace())
        .anyOf(column, ids.orElseThrow())
        .query(handle, "select distinct cost_id from cost_entry")
        .mapTo(String.class)
        .list();
  }

  private static CostFact newest(List<Entry> sameCost) {
    Entry newest = sameCost.stream().max(Entry.RECEIVED).orElseThrow();
    Instant firstObserved =
        sameCost.stream().map(Entry::observedTime).min(Comparator.naturalOrder()).orElseThrow();
    return new CostFact(
        newest.costId(),
        newest.collaborationId(),
        newest.collaborationId().isPresent() ? Optional.empty() : newest.campaignId(),
        firstObserved,
        newest.amount(),
        newest.source(),
        newest.origin());
  }

  private static boolean isIn(Scope scope, CostFact cost) {
    return cost.collaborationId().isPresent()
        ? isAmong(scope.collaborationIds(), cost.collaborationId())
        : isAmong(scope.wholeCampaignIds(), cost.campaignId());
  }

  private static boolean isAmong(Optional<Set<String>> ids, Optional<String> id) {
    return ids.isEmpty() || id.map(ids.get()::contains).orElse(false);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("cost_id"),
        Columns.time(row, "receive_time"),
        row.getInt("shard"),
        row.getLong("sequence"),
        Columns.time(row, "observed_time"),
        new Source(ContractNumbers.provenance(row.getInt("provenance")), row.getString("system")),
        Ids.optional(row.getString("collaboration_id")),
        Ids.optional(row.getString("campaign_id")),
        new Money(row.getString("currency"), row.getLong("amount_minor")),
        ContractNumbers.costOrigin(row.getInt("kind")));
  }

  private record Entry(
      String costId,
      Instant receiveTime,
      int shard,
      long sequence,
      Instant observedTime,
      Source source,
      Optional<String> collaborationId,
      Optional<String> campaignId,
      Money amount,
      CostOrigin origin) {
    static final Comparator<Entry> RECEIVED =
        Comparator.comparing(Entry::receiveTime)
            .thenComparingInt(Entry::shard)
            .thenComparingLong(Entry::sequence);
  }
}
