package dev.tributary.metrics.load;

import static java.util.stream.Collectors.toMap;

import dev.tributary.metrics.fact.ClickFact;
import dev.tributary.metrics.fact.CreditFact;
import dev.tributary.metrics.fact.CreditSource;
import dev.tributary.metrics.fact.TimeRange;
import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Reads clicks and credits. */
final class SalesStore {
  /** How clicks are counted together. */
  enum Bucket {
    /** All of the range. */
    WHOLE(""),
    /** Quarters of an hour, which no zone's midnight divides. */
    QUARTER_HOUR(", event_quarter_hour");

    private final String grouping;

    Bucket(String grouping) {
      this.grouping = grouping;
    }
  }

  /** Clicks of persons on links of the scope's collaborations. */
  List<ClickFact> clicks(Handle handle, Scope scope, Optional<TimeRange> range, Bucket bucket) {
    Map<String, String> collaborationByLink = collaborationByLink(handle, scope);
    Optional<Set<String>> linkIds =
        scope.collaborationIds().map(chosen -> collaborationByLink.keySet());
    return Conditions.of(scope.workspace())
        .and("touch_type = " + ContractNumbers.TOUCH_CLICK)
        .and("validity = " + ContractNumbers.VALIDITY_PERSON)
        .and("test = false")
        .only("link_id", linkIds)
        .within("event_time", range)
        .query(
            handle,
            "select link_id, min(event_time) as first_time, count(*) as clicks from touch",
            "group by link_id" + bucket.grouping)
        .map((row, context) -> clicksOnLink(row))
        .stream()
        .flatMap(clicks -> clicks.of(collaborationByLink).stream())
        .toList();
  }

  /** Credits of the scope's collaborations, without tests. */
  List<CreditFact> credits(Handle handle, Scope scope, Optional<TimeRange> range) {
    return Conditions.of(scope.workspace())
        .and("test = false")
        .and("collaboration_id <> ''")
        .only("collaboration_id", scope.collaborationIds())
        .within("conversion_time", range)
        .query(
            handle,
            """
            select collaboration_id, conversion_time, source, conversion_type, reversed,
              conversion_millionths, currency, net_minor, new_customer
            from credit""")
        .map((row, context) -> credit(row))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Map<String, String> collaborationByLink(Handle handle, Scope scope) {
    return Conditions.of(scope.workspace())
        .and("collaboration_id <> ''")
        .only("collaboration_id", scope.collaborationIds())
        .query(handle, "select link_id, collaboration_id from link")
        .map(
            (row, context) ->
                Map.entry(row.getString("link_id"), row.getString("collaboration_id")))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static ClicksOnLink clicksOnLink(ResultSet row) throws SQLException {
    return new ClicksOnLink(
        row.getString("link_id"), Columns.time(row, "first_time"), row.getLong("clicks"));
  }

  private static Optional<CreditFact> credit(ResultSet row) throws SQLException {
    Optional<CreditSource> source = ContractNumbers.creditSource(row.getInt("source"));
    if (source.isEmpty()) {
      return Optional.empty();
    }
    String currency = row.getString("currency");
    return Optional.of(
        new CreditFact(
            row.getString("collaboration_id"),
            Columns.time(row, "conversion_time"),
            source.get(),
            ContractNumbers.goal(row.getInt("conversion_type")),
            ContractNumbers.novelty(row.getInt("new_customer")),
            row.getBoolean("reversed") ? 0 : row.getLong("conversion_millionths"),
            currency.isEmpty()
                ? Optional.empty()
                : Optional.of(new Money(currency, row.getLong("net_minor")))));
  }

  private record ClicksOnLink(String linkId, Instant firstTime, long clicks) {
    /** Nothing when the link is unknown or no creator's. */
    Optional<ClickFact> of(Map<String, String> collaborationByLink) {
      return Optional.ofNullable(collaborationByLink.get(linkId))
          .map(collaborationId -> new ClickFact(collaborationId, firstTime, clicks));
    }
  }
}
