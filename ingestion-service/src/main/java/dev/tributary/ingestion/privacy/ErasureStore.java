package dev.tributary.ingestion.privacy;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table erasure. */
final class ErasureStore {
  /** An erasure that was done. */
  Optional<StoredErasure> find(Handle handle, Erasure erasure) {
    return handle
        .createQuery(
            """
            select receipt, sequence from erasure
            where shard = :shard and workspace = :workspace and erasure_id = :erasureId""")
        .bind("shard", erasure.shard())
        .bind("workspace", erasure.workspace())
        .bind("erasureId", erasure.erasureId())
        .map((row, context) -> new StoredErasure(row.getBytes("receipt"), row.getLong("sequence")))
        .findOne();
  }

  /** Adds an erasure. */
  void insert(Handle handle, Erasure erasure, Instant eraseTime, StoredErasure stored) {
    handle
        .createUpdate(
            """
            insert into erasure (shard, workspace, erasure_id, erase_time, receipt, sequence)
            values (:shard, :workspace, :erasureId, :eraseTime, :receipt, :sequence)""")
        .bind("shard", erasure.shard())
        .bind("workspace", erasure.workspace())
        .bind("erasureId", erasure.erasureId())
        .bind("eraseTime", eraseTime)
        .bind("receipt", stored.receipt())
        .bind("sequence", stored.sequence())
        .execute();
  }

  /**
   * An erasure that was done.
   *
   * @param receipt message of the contract
   * @param sequence its place in the shard
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record StoredErasure(byte[] receipt, long sequence) {}
}
