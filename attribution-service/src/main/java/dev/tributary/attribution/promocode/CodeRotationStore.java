package dev.tributary.attribution.promocode;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.attribution.v1.RotatePromoCodesRequest;
import dev.tributary.runtime.api.Rejected;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table code_rotation. */
final class CodeRotationStore {
  /** A rotation as it was commanded, if it was. */
  Optional<CodeRotation> find(Handle handle, String workspace, String rotationId) {
    return handle
        .createQuery(
            """
            select command from code_rotation
            where shard = :shard and workspace = :workspace and rotation_id = :rotationId""")
        .bind("shard", CodeRotation.shard(workspace, rotationId))
        .bind("workspace", workspace)
        .bind("rotationId", rotationId)
        .map((row, context) -> stored(row.getBytes("command")))
        .findOne();
  }

  /** Keeps a rotation. */
  void insert(
      Handle handle,
      String workspace,
      CodeRotation rotation,
      Instant effectiveTime,
      Instant recordTime) {
    handle
        .createUpdate(
            """
            insert into code_rotation (
              shard, workspace, rotation_id, effective_time, record_time, command)
            values (:shard, :workspace, :rotationId, :effectiveTime, :recordTime, :command)""")
        .bind("shard", CodeRotation.shard(workspace, rotation.rotationId()))
        .bind("workspace", workspace)
        .bind("rotationId", rotation.rotationId())
        .bind("effectiveTime", effectiveTime)
        .bind("recordTime", recordTime)
        .bind("command", CodeRotationProtos.toProto(rotation).toByteArray())
        .execute();
  }

  private static CodeRotation stored(byte[] command) {
    try {
      return CodeRotationProtos.parse(RotatePromoCodesRequest.parseFrom(command));
    } catch (InvalidProtocolBufferException | Rejected broken) {
      throw new IllegalStateException("stored rotation cannot be read", broken);
    }
  }
}
