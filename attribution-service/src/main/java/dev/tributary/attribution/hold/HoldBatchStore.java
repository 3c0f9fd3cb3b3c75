package dev.tributary.attribution.hold;

import dev.tributary.runtime.log.Shards;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table hold_batch. */
final class HoldBatchStore {
  /** Shard of a command; its head orders callers with the same key. */
  static int shard(String workspace, String batchId) {
    return Shards.of(workspace, "catalog", "hold-batch", batchId);
  }

  /** The command with this key, locked until the transaction ends. */
  Optional<HoldBatch> locked(Handle handle, String workspace, String batchId) {
    return read(handle, workspace, batchId, " for update");
  }

  /** The command with this key as it is now. */
  Optional<HoldBatch> find(Handle handle, String workspace, String batchId) {
    return read(handle, workspace, batchId, "");
  }

  private static Optional<HoldBatch> read(
      Handle handle, String workspace, String batchId, String lock) {
    return handle
        .createQuery(
            """
            select request, done, outcome from hold_batch
            where shard = :shard and workspace = :workspace and batch_id = :batchId"""
                + lock)
        .bind("shard", shard(workspace, batchId))
        .bind("workspace", workspace)
        .bind("batchId", batchId)
        .map(
            (row, context) ->
                new HoldBatch(
                    batchId,
                    row.getBytes("request"),
                    row.getBoolean("done"),
                    OutcomeProtos.stored(row.getBytes("outcome"))))
        .findOne();
  }

  /** Adds a command. */
  void insert(Handle handle, String workspace, String kind, HoldBatch batch, Instant now) {
    handle
        .createUpdate(
            """
            insert into hold_batch (
              shard, workspace, batch_id, kind, request, create_time, done, outcome)
            values (:shard, :workspace, :batchId, :kind, :request, :now, :done, :outcome)""")
        .bind("shard", shard(workspace, batch.batchId()))
        .bind("workspace", workspace)
        .bind("batchId", batch.batchId())
        .bind("kind", kind)
        .bind("request", batch.request())
        .bind("now", now)
        .bind("done", batch.done())
        .bind("outcome", OutcomeProtos.toProto(batch.outcome()).toByteArray())
        .execute();
  }

  /** Writes how far a command has come. */
  void update(Handle handle, String workspace, String batchId, boolean done, HoldOutcome outcome) {
    handle
        .createUpdate(
            """
            update hold_batch set done = :done, outcome = :outcome
            where shard = :shard and workspace = :workspace and batch_id = :batchId""")
        .bind("shard", shard(workspace, batchId))
        .bind("workspace", workspace)
        .bind("batchId", batchId)
        .bind("done", done)
        .bind("outcome", OutcomeProtos.toProto(outcome).toByteArray())
        .execute();
  }
}
