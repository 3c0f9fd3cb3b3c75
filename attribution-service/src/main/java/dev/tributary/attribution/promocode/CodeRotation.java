package dev.tributary.attribution.promocode;

import dev.tributary.attribution.batch.Content;
import dev.tributary.runtime.log.Shards;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The command to replace codes by others.
 *
 * @param rotationId the caller's id, unique in the workspace
 * @param items which codes by which, each named once
 * @param effectiveTime from when on the new ones are valid; empty for the moment of the command
 * @param grace how long the old ones stay valid after that
 * @param usesSince from when on uses of the old ones are in question, if any are
 * @param uses what becomes of them; those that are not kept need a time, an actor and a reason
 * @param actor who wants it, if it was said
 * @param reason why, if it was said
 */
record CodeRotation(
    String rotationId,
    List<Item> items,
    Optional<Instant> effectiveTime,
    Duration grace,
    Optional<Instant> usesSince,
    RotatedUses uses,
    String actor,
    String reason) {
  /** Keeps its own copy. */
  CodeRotation {
    items = List.copyOf(items);
  }

  /** Shard of a rotation. */
  static int shard(String workspace, String rotationId) {
    return Shards.of(workspace, "code-rotation", rotationId);
  }

  /** The ids of the codes to be replaced. */
  List<String> oldCodeIds() {
    return items.stream().map(Item::oldCodeId).toList();
  }

  /** The uses that something is to be done about, if anything is. */
  Optional<DoubtfulUses.Doubt> doubt() {
    return uses == RotatedUses.KEEP
        ? Optional.empty()
        : usesSince.map(
            since ->
                new DoubtfulUses.Doubt(
                    rotationId, oldCodeIds(), since, uses == RotatedUses.REJECT, actor, reason));
  }

  /** What decides whether a command is a resend. */
  Content content() {
    Content.Builder content = Content.builder();
    for (int i = 0; i < items.size(); i++) {
      String path = "rotations[" + i + "].";
      content
          .text(path + "old_code_id", items.get(i).oldCodeId())
          .text(path + "new_code_id", items.get(i).newCodeId())
          .text(path + "new_code", items.get(i).newCode());
    }
    return content
        .optional("effective_time", effectiveTime)
        .text("grace", grace.isZero() ? "" : grace.toString())
        .optional("uses_since", usesSince)
        .text("uses", uses == RotatedUses.KEEP ? "" : uses.name())
        .text("actor", actor)
        .text("reason", reason)
        .build();
  }

  /**
   * A code and the one that takes its place.
   *
   * @param oldCodeId the code to be replaced
   * @param newCodeId id of the new code
   * @param newCode the new code as people see it
   * @param newKey its key
   */
  record Item(String oldCodeId, String newCodeId, String newCode, String newKey) {
    /** The code to be created in the place of an old one. */
    NewPromoCode replacing(PromoCode old, Instant effectiveTime) {
      return new NewPromoCode(
          newCodeId,
          newCode,
          newKey,
          old.storefrontId(),
          old.owner(),
          Optional.of(effectiveTime),
          old.endTime(),
          false,
          old.enforcement(),
          old.credit(),
          old.terms());
    }
  }
}
