package dev.tributary.attribution.promocode;

import dev.tributary.attribution.owner.OwnerProtos;
import dev.tributary.attribution.request.SingleLine;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.Optional;

/** Promo codes in the contract and in our records. */
public final class PromoCodeProtos {
  private static final int CODE_CHARACTERS_MAX = 64;
  private static final int KEY_CHARACTERS_MAX = 255;
  private static final String STOREFRONT_DEFAULT = "main";

  private PromoCodeProtos() {}

  /** A code to create. Output-only fields are ignored. */
  static NewPromoCode parse(dev.tributary.attribution.v1.PromoCode proto) throws Rejected {
    String codeId = Fields.id("code_id", proto.getCodeId());
    String code = SingleLine.requiredText("code", proto.getCode(), CODE_CHARACTERS_MAX);
    Optional<Instant> startTime =
        Fields.optionalTime("start_time", proto.hasStartTime(), proto.getStartTime());
    Optional<Instant> endTime =
        Fields.optionalTime("end_time", proto.hasEndTime(), proto.getEndTime());
    PromoCode.requireOrder(startTime, endTime);
    return new NewPromoCode(
        codeId,
        code,
        key("code", code),
        storefrontId(proto.getStorefrontId()),
        OwnerProtos.parse("owner", proto.hasOwner(), proto.getOwner()),
        startTime,
        endTime,
        proto.getDisabled(),
        enforcement("enforced_by", proto.getEnforcedBy()),
        CodeCreditProtos.parse("", proto),
        CodeTermsProtos.parse("", proto));
  }

  /** Who refuses uses; the shop when it is not told. */
  static CodeEnforcement enforcement(
      String field, dev.tributary.attribution.v1.CodeEnforcement proto) throws Rejected {
    return switch (proto) {
      case CODE_ENFORCEMENT_UNSPECIFIED, CODE_ENFORCEMENT_SHOP -> CodeEnforcement.SHOP;
      case CODE_ENFORCEMENT_TRIBUTARY -> CodeEnforcement.TRIBUTARY;
      case UNRECOGNIZED ->
          throw new Rejected(
              ErrorReason.ERROR_REASON_FIELD_MALFORMED,
              field,
              "an unknown number (expected: absent, SHOP or TRIBUTARY)");
    };
  }

  /** The shop that a request names; none means "main". */
  static String storefrontId(String given) throws Rejected {
    return Fields.optionalId("storefront_id", given).orElse(STOREFRONT_DEFAULT);
  }

  /** A code as a customer typed it. */
  static String typed(String code) throws Rejected {
    return SingleLine.requiredText("code", code, CODE_CHARACTERS_MAX);
  }

  /** The message of a code. */
  public static dev.tributary.attribution.v1.PromoCode toProto(PromoCode code) {
    var proto =
        dev.tributary.attribution.v1.PromoCode.newBuilder()
            .setCodeId(code.codeId())
            .setCode(code.code())
            .setStorefrontId(code.storefrontId())
            .setDisabled(code.disabled())
            .setEnforcedBy(toProto(code.enforcement()))
            .setCreditPolicy(CodeCreditProtos.toProto(code.credit().policy()))
            .setSplitBasisPoints(code.credit().splitBasisPoints())
            .setCreditScope(CodeCreditProtos.scope(code.credit()))
            .setFutureDays(code.credit().futureDays())
            .setVersion(code.version())
            .setCreateTime(ProtoTimes.toProto(code.createTime()));
    code.owner().map(OwnerProtos::toProto).ifPresent(proto::setOwner);
    code.startTime().map(ProtoTimes::toProto).ifPresent(proto::setStartTime);
    code.endTime().map(ProtoTimes::toProto).ifPresent(proto::setEndTime);
    code.succession().predecessorId().ifPresent(proto::setRotatedFrom);
    code.succession().successorId().ifPresent(proto::setRotatedTo);
    code.owners().stream().map(PromoCodeProtos::toProto).forEach(proto::addOwnerHistory);
    return CodeTermsProtos.add(code.terms(), proto).build();
  }

  /** The reason that a refusal has in the contract. */
  static ErrorReason reason(Refusal refusal) {
    return switch (refusal) {
      case NOT_STARTED -> ErrorReason.ERROR_REASON_NOT_STARTED;
      case ENDED -> ErrorReason.ERROR_REASON_ENDED;
      case DISABLED -> ErrorReason.ERROR_REASON_DISABLED;
    };
  }

  private static dev.tributary.attribution.v1.CodeEnforcement toProto(CodeEnforcement enforcement) {
    return switch (enforcement) {
      case SHOP -> dev.tributary.attribution.v1.CodeEnforcement.CODE_ENFORCEMENT_SHOP;
      case TRIBUTARY -> dev.tributary.attribution.v1.CodeEnforcement.CODE_ENFORCEMENT_TRIBUTARY;
    };
  }

  private static dev.tributary.attribution.v1.OwnerInterval toProto(OwnerInterval interval) {
    var proto = dev.tributary.attribution.v1.OwnerInterval.newBuilder();
    interval.owner().map(OwnerProtos::toProto).ifPresent(proto::setOwner);
    interval.startTime().map(ProtoTimes::toProto).ifPresent(proto::setStartTime);
    return proto.build();
  }

  /**
   * The key of a code to be created.
   *
   * @param field where the code stands in the request
   */
  static String key(String field, String code) throws Rejected {
    String key = CodeKey.of(code);
    if (key.isEmpty()) {
      throw malformed(
          field, "nothing but separators and invisible characters (expected: at least one other)");
    }
    if (key.length() > KEY_CHARACTERS_MAX) {
      throw malformed(field, "too many characters when ligatures are spelled out");
    }
    if (Scripts.areMixed(key)) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_CODE_MIXED_SCRIPT,
          field,
          "letters of several alphabets that look alike (expected: of one)");
    }
    return key;
  }

  private static Rejected malformed(String field, String message) {
    return new Rejected(ErrorReason.ERROR_REASON_FIELD_MALFORMED, field, message);
  }
}
