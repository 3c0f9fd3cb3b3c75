package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Policy;
import dev.tributary.attribution.credit.UnattributedReason;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table conversion_revision. */
final class RevisionStore {
  private final KeyColumns keys = new KeyColumns();

  /** Adds the revisions that were made of these conversions. */
  void insertMade(Handle handle, String workspace, Collection<RecordedConversion> recorded) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into conversion_revision (
              %s, revision, reason, policy_version, base, code_policy, lookback_seconds,
              touch_scope, model, unattributed_reason, decide_time, decision)
            values (
              %s, :revision, :reason, :policyVersion, :base, :codePolicy, :lookbackSeconds,
              :touchScope, :model, :unattributedReason, :decideTime, :decision)"""
                .formatted(KeyColumns.NAMES, KeyColumns.VALUES));
    for (RecordedConversion each : recorded) {
      for (Revision revision : each.made()) {
        keys.bind(batch, workspace, each.conversion().key());
        bind(batch, revision).add();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
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

  private static PreparedBatch bind(PreparedBatch batch, Revision revision) {
    Policy policy = revision.policy();
    Optional<byte[]> decision = revision.decision().map(ExplanationProtos::toBytes);
    return batch
        .bind("revision", revision.revision())
        .bind("reason", revision.reason().name())
        .bind("policyVersion", policy.policyVersion())
        .bind("base", policy.base().name())
        .bind("codePolicy", policy.codePolicy().name())
        .bind("lookbackSeconds", policy.lookback().toSeconds())
        .bind("touchScope", policy.touchScope().name())
        .bind("model", policy.model().name())
        .bind("unattributedReason", revision.unattributedReason().map(UnattributedReason::name))
        .bind("decideTime", revision.decideTime())
        .bind("decision", decision.orElse(null));
  }
}
