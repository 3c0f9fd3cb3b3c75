package dev.tributary.attribution.promocode;

import com.google.protobuf.FieldMask;
import dev.tributary.attribution.owner.OwnerProtos;
import dev.tributary.attribution.promocode.PromoCodeChange.Field;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.UpdatePromoCodeRequest;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;

/** Changes of promo codes as requests ask for them. */
final class PromoCodeChangeProtos {
  private PromoCodeChangeProtos() {}

  /**
   * The change that a request asks for.
   *
   * @throws ApiException UNMASKED_UPDATE without a mask, or when a field is set that the mask does
   *     not name
   */
  static PromoCodeChange parse(UpdatePromoCodeRequest request) throws Rejected {
    PromoCode code = request.getPromoCode();
    String codeId = Fields.id("promo_code.code_id", code.getCodeId());
    Set<Field> fields = fields(request.getUpdateMask());
    requireMasked(code, fields);
    return new PromoCodeChange(
        codeId,
        fields,
        OwnerProtos.parse("promo_code.owner", code.hasOwner(), code.getOwner()),
        Fields.optionalTime("promo_code.start_time", code.hasStartTime(), code.getStartTime()),
        Fields.optionalTime("promo_code.end_time", code.hasEndTime(), code.getEndTime()),
        code.getDisabled(),
        PromoCodeProtos.enforcement("promo_code.enforced_by", code.getEnforcedBy()),
        CodeCreditProtos.parse("promo_code.", code),
        CodeTermsProtos.parse("promo_code.", code),
        request.hasExpectedVersion()
            ? OptionalLong.of(request.getExpectedVersion())
            : OptionalLong.empty());
  }

  private static Set<Field> fields(FieldMask mask) throws Rejected {
    if (mask.getPathsCount() == 0) {
      throw ApiException.unmaskedUpdate("empty (expected: the fields to change)");
    }
    Set<Field> fields = EnumSet.noneOf(Field.class);
    for (String path : mask.getPathsList()) {
      fields.add(field(path));
    }
    return fields;
  }

  private static Field field(String path) throws Rejected {
    return switch (path) {
      case "owner" -> Field.OWNER;
      case "start_time" -> Field.START_TIME;
      case "end_time" -> Field.END_TIME;
      case "disabled" -> Field.DISABLED;
      case "enforced_by" -> Field.ENFORCED_BY;
      // The part belongs to the policy; either names both.
      case "credit_policy", "split_basis_points" -> Field.CREDIT_POLICY;
      case "credit_scope", "future_days" -> Field.CREDIT_SCOPE;
      case "limits" -> Field.LIMITS;
      case "discount" -> Field.DISCOUNT;
      default ->
          throw new Rejected(
              ErrorReason.ERROR_REASON_FIELD_MALFORMED,
              "update_mask",
              "a path that cannot be changed (expected: owner, start_time, end_time, disabled,"
                  + " enforced_by, credit_policy, credit_scope, limits, discount)");
    };
  }

  /** Output-only fields are ignored, so that a code may be sent back as it was read. */
  private static void requireMasked(PromoCode code, Set<Field> fields) {
    Set<String> unmasked = new LinkedHashSet<>();
    note(unmasked, "code", !code.getCode().isEmpty());
    note(unmasked, "storefront_id", !code.getStorefrontId().isEmpty());
    note(unmasked, "owner", code.hasOwner() && !fields.contains(Field.OWNER));
    note(unmasked, "start_time", code.hasStartTime() && !fields.contains(Field.START_TIME));
    note(unmasked, "end_time", code.hasEndTime() && !fields.contains(Field.END_TIME));
    note(unmasked, "disabled", code.getDisabled() && !fields.contains(Field.DISABLED));
    note(
        unmasked,
        "enforced_by",
        code.getEnforcedByValue() != 0 && !fields.contains(Field.ENFORCED_BY));
    note(
        unmasked,
        "credit_policy",
        code.getCreditPolicyValue() != 0 && !fields.contains(Field.CREDIT_POLICY));
    note(
        unmasked,
        "split_basis_points",
        code.getSplitBasisPoints() != 0 && !fields.contains(Field.CREDIT_POLICY));
    note(
        unmasked,
        "credit_scope",
        code.getCreditScopeValue() != 0 && !fields.contains(Field.CREDIT_SCOPE));
    note(
        unmasked, "future_days", code.getFutureDays() != 0 && !fields.contains(Field.CREDIT_SCOPE));
    note(unmasked, "limits", code.hasLimits() && !fields.contains(Field.LIMITS));
    note(unmasked, "discount", code.hasDiscount() && !fields.contains(Field.DISCOUNT));
    if (!unmasked.isEmpty()) {
      throw ApiException.unmaskedUpdate(
          "does not name " + String.join(", ", unmasked) + " (expected: what is set is named)");
    }
  }

  private static void note(Set<String> unmasked, String field, boolean isUnmasked) {
    if (isUnmasked) {
      unmasked.add(field);
    }
  }
}
