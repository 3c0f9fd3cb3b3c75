package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Balance;
import dev.tributary.runtime.database.BulkInsert;
import dev.tributary.runtime.database.RowSink;
import dev.tributary.runtime.identity.PersonKey;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The table conversion. */
final class ConversionStore {
  private static final BulkInsert<ConversionRow> INSERT =
      new BulkInsert<>(
          "conversion",
          """
          %s, conversion_time, currency_code, tax_mode, test, visitor_key, customer_key, click_id,
          content, receive_time, payment_state, payment_state_time, %s, base_minor, refunded_minor,
          excess_minor, revision, sequence, subscription_id, subscription_sequence, new_customer,
          new_customer_basis"""
              .formatted(KeyColumns.NAMES, ComponentColumns.NAMES),
          ConversionStore::write);

  private static final String NEWEST_REVISION =
      "join conversion_revision u on %s and u.revision = t.revision".formatted(KeyColumns.JOINED);

  private final KeyColumns keys = new KeyColumns();
  private final ComponentColumns components = new ComponentColumns();
  private final StoredConversionMapper mapper = new StoredConversionMapper();

  /** The conversions with these keys; unknown ones are missing. */
  List<StoredConversion> byKeys(Handle handle, String workspace, Collection<ConversionKey> wanted) {
    return keys.rowsOf(
            handle,
            workspace,
            wanted,
            StoredConversionMapper.COLUMNS,
            "conversion",
            NEWEST_REVISION)
        .map(mapper)
        .list();
  }

  /**
   * One page, ordered by time, storefront, type and order.
   *
   * @param after the last one of the page before
   */
  List<StoredConversion> page(
      Handle handle, String workspace, ConversionFilter filter, Optional<Place> after, int limit) {
    FilterClauses clauses = new FilterClauses(filter, after);
    Query query =
        handle.createQuery(
            """
            select t.storefront_id, t.conversion_type, t.order_id, %s
            from conversion t %s
            where t.workspace = :workspace%s
            order by t.conversion_time, t.storefront_id, t.conversion_type, t.order_id
            limit :limit"""
                .formatted(StoredConversionMapper.COLUMNS, NEWEST_REVISION, clauses.sql()));
    return clauses.bind(query).bind("workspace", workspace).bind("limit", limit).map(mapper).list();
  }

  /** Adds conversions. */
  void insert(Handle handle, String workspace, Collection<RecordedConversion> recorded) {
    INSERT.run(handle, recorded.stream().map(each -> new ConversionRow(workspace, each)).toList());
  }

  /** Writes the new state of conversions. */
  void update(Handle handle, String workspace, Collection<RecordedConversion> recorded) {
    if (recorded.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            update conversion
            set payment_state = :paymentState, payment_state_time = :paymentStateTime, %s,
              base_minor = :base, refunded_minor = :refunded, excess_minor = :excess,
              revision = :revision, sequence = :sequence, hold_state = :holdState
            where %s"""
                .formatted(ComponentColumns.ASSIGNMENTS, KeyColumns.MATCH));
    recorded.forEach(each -> bindState(batch, workspace, each).add());
    batch.execute();
  }

  /** Writes what the holds of conversions come to. */
  void mark(Handle handle, String workspace, Map<ConversionKey, OrderHoldState> states) {
    if (states.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "update conversion set hold_state = :holdState where %s".formatted(KeyColumns.MATCH));
    states.forEach(
        (key, state) -> keys.bind(batch, workspace, key).bind("holdState", state.column()).add());
    batch.execute();
  }

  private PreparedBatch bindState(
      PreparedBatch batch, String workspace, RecordedConversion recorded) {
    Balance balance = recorded.ledger().balance();
    keys.bind(batch, workspace, recorded.conversion().key());
    components.bind(batch, recorded.standing().components().minor());
    return batch
        .bind("paymentState", recorded.payment().state().name())
        .bind("paymentStateTime", recorded.payment().time())
        .bind("base", recorded.standing().baseMinor())
        .bind("refunded", balance.refundedMinor())
        .bind("excess", balance.excessMinor())
        .bind("revision", recorded.revision().revision())
        .bind("sequence", recorded.sequence())
        .bind("holdState", recorded.holdState().column());
  }

  private static void write(ConversionRow placed, RowSink row) throws SQLException {
    RecordedConversion recorded = placed.recorded;
    Conversion conversion = recorded.conversion();
    Balance balance = recorded.ledger().balance();
    KeyColumns.write(row, placed.workspace, conversion.key())
        .time(conversion.time())
        .text(conversion.currency())
        .text(conversion.taxMode().name())
        .flag(conversion.test())
        .bytes(conversion.visitor().map(PersonKey::bytes).orElse(null))
        .bytes(conversion.customer().map(PersonKey::bytes).orElse(null))
        .text(conversion.clickId().orElse(null))
        .bytes(StoredContentProtos.toBytes(conversion))
        .time(recorded.receiveTime())
        .text(recorded.payment().state().name())
        .time(recorded.payment().time());
    ComponentColumns.write(row, recorded.standing().components().minor())
        .bigint(recorded.standing().baseMinor())
        .bigint(balance.refundedMinor())
        .bigint(balance.excessMinor())
        .integer(recorded.revision().revision())
        .bigint(recorded.sequence())
        .text(conversion.subscription().map(Subscription::id).orElse(null))
        .bigintOrNull(conversion.subscription().map(place -> (long) place.sequence()).orElse(null))
        .text(conversion.newCustomer().map(answer -> answer.state().name()).orElse(null))
        .text(conversion.newCustomer().map(answer -> answer.basis().name()).orElse(null));
  }

  private record ConversionRow(String workspace, RecordedConversion recorded) {}
}
