package dev.tributary.attribution.promocode;

import dev.tributary.attribution.request.SingleLine;
import dev.tributary.attribution.v1.HeldCredit;
import dev.tributary.attribution.v1.HoldOutcome;
import dev.tributary.attribution.v1.RotatePromoCodesRequest;
import dev.tributary.attribution.v1.RotatePromoCodesResponse;
import dev.tributary.attribution.v1.RotatedCode;
import dev.tributary.attribution.v1.RotationEffect;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.money.MoneyProtos;
import dev.tributary.type.v1.ErrorReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rotations of codes in the contract and in our records. */
final class CodeRotationProtos {
  private static final Duration GRACE_MAX = Duration.ofDays(365);
  private static final int CODE_CHARACTERS_MAX = 64;
  private static final int ACTOR_CHARACTERS_MAX = 255;
  private static final int REASON_CHARACTERS_MAX = 1_000;

  private CodeRotationProtos() {}

  /** The command that a request gives; whether it is to be carried out is not part of it. */
  static CodeRotation parse(RotatePromoCodesRequest request) throws Rejected {
    String rotationId = Fields.id("rotation_id", request.getRotationId());
    List<CodeRotation.Item> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < request.getRotationsCount(); i++) {
      items.add(item("rotations[" + i + "].", request.getRotations(i), seen));
    }
    RotatedUses uses = uses(request.getUses());
    boolean isDoubted = uses != RotatedUses.KEEP;
    if (isDoubted && !request.hasUsesSince()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MISSING,
          "uses_since",
          "absent (expected: from when on uses are in question, with HOLD and REJECT)");
    }
    return new CodeRotation(
        rotationId,
        items,
        Fields.optionalTime(
            "effective_time", request.hasEffectiveTime(), request.getEffectiveTime()),
        request.hasGrace() ? grace(request.getGrace()) : Duration.ZERO,
        Fields.optionalTime("uses_since", request.hasUsesSince(), request.getUsesSince()),
        uses,
        isDoubted
            ? SingleLine.requiredText("actor", request.getActor(), ACTOR_CHARACTERS_MAX)
            : SingleLine.text("actor", request.getActor(), ACTOR_CHARACTERS_MAX),
        isDoubted
            ? Fields.requiredText("reason", request.getReason(), REASON_CHARACTERS_MAX)
            : Fields.text("reason", request.getReason(), REASON_CHARACTERS_MAX));
  }

  /** The message of a command. */
  static RotatePromoCodesRequest toProto(CodeRotation rotation) {
    var proto =
        RotatePromoCodesRequest.newBuilder()
            .setRotationId(rotation.rotationId())
            .setActor(rotation.actor())
            .setReason(rotation.reason())
            .setGrace(
                com.google.protobuf.Duration.newBuilder()
                    .setSeconds(rotation.grace().toSeconds())
                    .setNanos(rotation.grace().toNanosPart()))
            .setUses(
                dev.tributary.attribution.v1.RotatedUses.valueOf(
                    "ROTATED_USES_" + rotation.uses().name()));
    rotation
        .items()
        .forEach(
            item ->
                proto.addRotations(
                    dev.tributary.attribution.v1.CodeRotation.newBuilder()
                        .setOldCodeId(item.oldCodeId())
                        .setNewCodeId(item.newCodeId())
                        .setNewCode(item.newCode())));
    rotation.effectiveTime().map(ProtoTimes::toProto).ifPresent(proto::setEffectiveTime);
    rotation.usesSince().map(ProtoTimes::toProto).ifPresent(proto::setUsesSince);
    return proto.build();
  }

  /** The answer to a command. */
  static RotatePromoCodesResponse toProto(Rotated rotated) {
    Positions written = rotated.written();
    var proto =
        RotatePromoCodesResponse.newBuilder()
            .setPosition(written.sequences().isEmpty() ? "" : written.encode());
    rotated.settled().map(CodeRotationProtos::outcome).ifPresent(proto::setOutcome);
    for (int i = 0; i < rotated.olds().size(); i++) {
      proto.addRotated(
          RotatedCode.newBuilder()
              .setOldCode(PromoCodeProtos.toProto(rotated.olds().get(i)))
              .setNewCode(PromoCodeProtos.toProto(rotated.news().get(i))));
    }
    for (CodeCredits.CreatorUses uses : rotated.effects()) {
      proto.addEffects(
          RotationEffect.newBuilder()
              .setCreatorId(uses.creatorId())
              .setUses(uses.uses())
              .addAllNetCredit(uses.net().stream().map(MoneyProtos::toProto).toList()));
    }
    return proto.build();
  }

  private static HoldOutcome outcome(DoubtfulUses.Settled settled) {
    var proto =
        HoldOutcome.newBuilder().setOrderCount(settled.orders()).setHoldCount(settled.holds());
    for (DoubtfulUses.Credited credited : settled.credits()) {
      proto.addCredits(
          HeldCredit.newBuilder()
              .setCreatorId(credited.creatorId())
              .setCurrencyCode(credited.currency())
              .setOrderCount(credited.orders())
              .setNetMinor(credited.netMinor()));
    }
    return proto.build();
  }

  private static CodeRotation.Item item(
      String path, dev.tributary.attribution.v1.CodeRotation proto, Set<String> seen)
      throws Rejected {
    String oldCodeId = once(path + "old_code_id", proto.getOldCodeId(), seen);
    String newCodeId = once(path + "new_code_id", proto.getNewCodeId(), seen);
    String code =
        SingleLine.requiredText(path + "new_code", proto.getNewCode(), CODE_CHARACTERS_MAX);
    return new CodeRotation.Item(
        oldCodeId, newCodeId, code, PromoCodeProtos.key(path + "new_code", code));
  }

  private static String once(String field, String given, Set<String> seen) throws Rejected {
    String id = Fields.id(field, given);
    if (!seen.add(id)) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          "named before in this request (expected: each code once)");
    }
    return id;
  }

  private static Duration grace(com.google.protobuf.Duration proto) throws Rejected {
    Fields.inRange("grace.seconds", proto.getSeconds(), 0, GRACE_MAX.toSeconds());
    Fields.inRange("grace.nanos", proto.getNanos(), 0, 999_999_999);
    return Duration.ofSeconds(proto.getSeconds(), proto.getNanos() / 1_000 * 1_000L);
  }

  private static RotatedUses uses(dev.tributary.attribution.v1.RotatedUses proto) throws Rejected {
    return switch (proto) {
      case ROTATED_USES_UNSPECIFIED, ROTATED_USES_KEEP -> RotatedUses.KEEP;
      case ROTATED_USES_HOLD -> RotatedUses.HOLD;
      case ROTATED_USES_REJECT -> RotatedUses.REJECT;
      case UNRECOGNIZED ->
          throw new Rejected(
              ErrorReason.ERROR_REASON_FIELD_MALFORMED,
              "uses",
              "an unknown number (expected: absent, KEEP, HOLD or REJECT)");
    };
  }
}
