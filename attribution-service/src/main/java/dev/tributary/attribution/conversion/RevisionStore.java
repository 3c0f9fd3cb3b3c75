package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.OwnRules;
import dev.tributary.attribution.credit.OwnRulesProtos;
import dev.tributary.attribution.credit.Policy;
import dev.tributary.attribution.credit.UnattributedReason;
import dev.tributary.runtime.database.BulkInsert;
import dev.tributary.runtime.database.RowSink;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table conversion_revision. */
final class RevisionStore {
  private static final BulkInsert<RevisionRow> INSERT =
      new BulkInsert<>(
          "conversion_revision",
          """
          %s, revision, reason, policy_version, base, code_policy, lookback_seconds, touch_scope,
          model, unattributed_reason, decide_time, decision, rules"""
              .formatted(KeyColumns.NAMES),
          RevisionStore::write);

  private final KeyColumns keys = new KeyColumns();

  /** Adds the revisions that were made of these conversions. */
  void insertMade(Handle handle, String workspace, Collection<RecordedConversion> recorded) {
    List<RevisionRow> rows = new ArrayList<>();
    for (RecordedConversion each : recorded) {
      for (Revision revision : each.made()) {
        rows.add(new RevisionRow(workspace, each.conversion().key(), revision));
      }
    }
    INSERT.run(handle, rows);
  }

  /** The stored bytes of the decision that holds for a conversion. */
  byte[] decision(Handle handle, String workspace, ConversionKey key) {
    return handle
        .createQuery(
            """
            select decision from conversion_revision
            where shard = :shard and workspace = :workspace and storefront_id = :storefrontId
              and conversion_type = :type and order_id = :orderId and decision is not null
            order by revision desc limit 1""")
        .bind("shard", key.shard(workspace))
        .bind("workspace", workspace)
        .bind("storefrontId", key.storefrontId())
        .bind("type", key.type().name())
        .bind("orderId", key.orderId())
        .mapTo(byte[].class)
        .one();
  }

  /** The stored bytes of the decisions that hold for conversions, by key. */
  Map<ConversionKey, byte[]> decisions(
      Handle handle, String workspace, Collection<ConversionKey> wanted) {
    Map<ConversionKey, byte[]> newest = new HashMap<>();
    keys.rowsOf(
            handle,
            workspace,
            wanted,
            "t.decision",
            "conversion_revision",
            "where t.decision is not null order by t.revision")
        .map((row, context) -> Map.entry(keys.map(row, context), row.getBytes("decision")))
        .forEach(entry -> newest.put(entry.getKey(), entry.getValue()));
    return newest;
  }

  private static void write(RevisionRow placed, RowSink row) throws SQLException {
    Revision revision = placed.revision;
    Policy policy = revision.policy();
    KeyColumns.write(row, placed.workspace, placed.key)
        .integer(revision.revision())
        .text(revision.reason().name())
        .integer(policy.policyVersion())
        .text(policy.base().name())
        .text(policy.codePolicy().name())
        .bigint(policy.lookback().toSeconds())
        .text(policy.touchScope().name())
        .text(policy.model().name())
        .text(revision.unattributedReason().map(UnattributedReason::name).orElse(null))
        .time(revision.decideTime())
        .bytes(revision.decision().map(ExplanationProtos::toBytes).orElse(null))
        .bytes(OwnRulesProtos.toBytes(OwnRules.of(policy)));
  }

  private record RevisionRow(String workspace, ConversionKey key, Revision revision) {}
}
