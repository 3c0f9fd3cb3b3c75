package dev.tributary.metrics.load;

import dev.tributary.metrics.fact.CostFact;
import dev.tributary.metrics.fact.CostOrigin;
import dev.tributary.metrics.fact.ProvenanceClass;
import dev.tributary.metrics.fact.Source;
import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Reads commissions, fees and bonuses of the ledger as costs. What refunds took back counts when
 * its conversion does, as it does for revenue. Discounts are no cost: revenue is net of them.
 */
final class CommissionFactStore {
  private static final Source LEDGER = new Source(ProvenanceClass.OWN_TRACKING, "attribution");

  /** Costs of the scope's collaborations, one for each conversion, fee and bonus. */
  List<CostFact> costs(Handle handle, Scope scope) {
    return Conditions.of(scope.workspace())
        .and("kind <> " + ContractNumbers.MOVEMENT_DISCOUNT)
        .only("collaboration_id", scope.collaborationIds())
        .query(
            handle,
            """
            select collaboration_id, currency, storefront_id, conversion_type, custom_type, order_id,
              source_id, max(kind) as kind, min(effective_time) as effective_time,
              sum(total_minor) as total_minor
            from commission_movement""",
            """
            group by collaboration_id, currency, storefront_id, conversion_type, custom_type,
              order_id, source_id""")
        .map((row, context) -> cost(row))
        .list();
  }

  private static CostFact cost(ResultSet row) throws SQLException {
    String orderId = row.getString("order_id");
    return new CostFact(
        orderId.isEmpty() ? row.getString("source_id") : orderId,
        Optional.of(row.getString("collaboration_id")),
        Optional.empty(),
        Columns.time(row, "effective_time"),
        new Money(row.getString("currency"), row.getLong("total_minor")),
        LEDGER,
        row.getInt("kind") == ContractNumbers.MOVEMENT_FEE
            ? CostOrigin.LEDGER_FEE
            : CostOrigin.LEDGER_COMMISSION);
  }
}
