package dev.tributary.local.importing;

import dev.tributary.attribution.v1.CodeCreditPolicy;
import dev.tributary.attribution.v1.CodeCreditScope;
import dev.tributary.attribution.v1.CodeEnforcement;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.runtime.api.ProtoTimes;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Rows of a list of promo codes. Without an id the code itself is one, so that a list of the shop
 * can be sent again.
 *
 * @param cells reads times in the file's zone
 */
record CodeRows(Cells cells) implements RowTable<PromoCode> {
  static final List<Field> FIELDS =
      Stream.of(
              List.of(
                  Field.required("code", "as people type it, 1-64 characters", "BO15"),
                  Field.optional("code_id", "1-64 of A-Z a-z 0-9 . _ : -", "code-bo15"),
                  Field.optional("storefront_id", "the shop; blank is main", "main")),
              Owners.FIELDS,
              List.of(
                  Field.optional("start_time", "first instant", "2026-05-01T00:00:00+02:00"),
                  Field.optional("end_time", "end, exclusive", "2026-06-01T00:00:00+02:00"),
                  Field.optional("disabled", "true or false", "false"),
                  Field.optional(
                      "enforced_by",
                      "who refuses a use that its terms forbid: shop or tributary; blank is shop",
                      "shop"),
                  Field.optional(
                      "credit_policy",
                      "code_wins, link_wins, code_if_involved, code_if_last or split; blank is"
                          + " code_wins",
                      "split"),
                  Field.optional("split_basis_points", "of split, the code's part, 1-9999", "6000"),
                  Field.optional(
                      "credit_scope",
                      "this_order, or this_and_future for the customer's later orders too; blank is"
                          + " this_order",
                      "this_and_future"),
                  Field.optional("future_days", "of this_and_future, 1-730; blank is 365", "180")))
          .flatMap(List::stream)
          .toList();

  @Override
  public PromoCode parse(CsvRow row) throws RowRejected {
    String text = row.require("code");
    String storefront = row.get("storefront_id").orElse("");
    PromoCode.Builder code =
        PromoCode.newBuilder()
            .setCode(text)
            .setCodeId(row.get("code_id").orElse(MadeIds.code(storefront, text)))
            .setStorefrontId(storefront)
            .setDisabled(Cells.truth(row, "disabled"));
    Owners.of(row).ifPresent(code::setOwner);
    cells.optionalTime(row, "start_time").map(ProtoTimes::toProto).ifPresent(code::setStartTime);
    cells.optionalTime(row, "end_time").map(ProtoTimes::toProto).ifPresent(code::setEndTime);
    if (row.get("enforced_by").isPresent()) {
      code.setEnforcedBy(
          Cells.name(row, "enforced_by", CodeEnforcement.class, "CODE_ENFORCEMENT_"));
    }
    if (row.get("credit_policy").isPresent()) {
      code.setCreditPolicy(
          Cells.name(row, "credit_policy", CodeCreditPolicy.class, "CODE_CREDIT_POLICY_"));
    }
    OptionalLong part = Cells.count(row, "split_basis_points");
    if (part.isPresent()) {
      // What is no 32-bit number is no part either, and refused as one out of range.
      code.setSplitBasisPoints((int) Math.min(part.getAsLong(), Integer.MAX_VALUE));
    }
    if (row.get("credit_scope").isPresent()) {
      code.setCreditScope(
          Cells.name(row, "credit_scope", CodeCreditScope.class, "CODE_CREDIT_SCOPE_"));
    }
    OptionalLong days = Cells.count(row, "future_days");
    if (days.isPresent()) {
      code.setFutureDays((int) Math.min(days.getAsLong(), Integer.MAX_VALUE));
    }
    return code.build();
  }
}
