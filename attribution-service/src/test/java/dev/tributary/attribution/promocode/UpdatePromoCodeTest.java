package dev.tributary.attribution.promocode;

import static dev.tributary.attribution.Samples.ANNA;
import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.code;
import static dev.tributary.attribution.Samples.statuses;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.TestAttribution.NOW;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.metadataOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.v1.CodeCreditPolicy;
import dev.tributary.attribution.v1.CodeEnforcement;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.UpdatePromoCodeRequest;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changing promo codes. */
abstract class UpdatePromoCodeTest extends PromoCodeCalls {

  UpdatePromoCodeTest(TestDatabases kind) {
    super(kind);
  }

  @Test
  void a_change_of_owner_starts_an_interval_and_keeps_the_ones_before() {
    var stub = stub();
    create(stub, code("ANNA10").build());
    service.clock().advance(Duration.ofHours(1));

    PromoCode changed =
        update(stub, PromoCode.newBuilder().setCodeId("ANNA10").setOwner(BO).build(), "owner");

    assertThat(changed.getVersion()).isEqualTo(2);
    assertThat(changed.getOwnerHistoryCount()).isEqualTo(2);
    assertThat(changed.getOwnerHistory(0).getOwner()).isEqualTo(ANNA);
    assertThat(changed.getOwnerHistory(0).hasStartTime()).isFalse();
    assertThat(changed.getOwnerHistory(1).getOwner()).isEqualTo(BO);
    assertThat(changed.getOwnerHistory(1).getStartTime())
        .isEqualTo(time(service.clock().instant()));
    assertThat(get(stub, "ANNA10")).isEqualTo(changed);
  }

  @Test
  void a_named_field_that_is_absent_is_cleared() {
    var stub = stub();
    create(
        stub, code("ANNA10").setStartTime(time(NOW)).setEndTime(time(NOW.plusSeconds(9))).build());

    PromoCode changed =
        update(
            stub,
            PromoCode.newBuilder().setCodeId("ANNA10").build(),
            "owner",
            "start_time",
            "end_time");

    assertThat(changed.hasOwner()).isFalse();
    assertThat(changed.hasStartTime()).isFalse();
    assertThat(changed.hasEndTime()).isFalse();
  }

  @Test
  void who_enforces_a_code_is_the_shop_until_somebody_says_otherwise() {
    var stub = stub();
    create(stub, code("ANNA10").build());
    assertThat(get(stub, "ANNA10").getEnforcedBy())
        .isEqualTo(CodeEnforcement.CODE_ENFORCEMENT_SHOP);

    PromoCode changed =
        update(
            stub,
            PromoCode.newBuilder()
                .setCodeId("ANNA10")
                .setEnforcedBy(CodeEnforcement.CODE_ENFORCEMENT_TRIBUTARY)
                .build(),
            "enforced_by");
    PromoCode back =
        update(stub, PromoCode.newBuilder().setCodeId("ANNA10").build(), "enforced_by");

    assertThat(changed.getEnforcedBy()).isEqualTo(CodeEnforcement.CODE_ENFORCEMENT_TRIBUTARY);
    assertThat(changed.getVersion()).isEqualTo(2);
    assertThat(back.getEnforcedBy()).isEqualTo(CodeEnforcement.CODE_ENFORCEMENT_SHOP);
    assertThat(get(stub, "ANNA10")).isEqualTo(back);
  }

  @Test
  void how_a_code_ranks_against_links_is_told_kept_and_changed() {
    var stub = stub();
    PromoCode split =
        code("ANNA10")
            .setCreditPolicy(CodeCreditPolicy.CODE_CREDIT_POLICY_SPLIT)
            .setSplitBasisPoints(6_000)
            .build();
    create(stub, split, code("BO10").build());
    assertThat(get(stub, "BO10").getCreditPolicy())
        .isEqualTo(CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_WINS);
    assertThat(get(stub, "ANNA10").getSplitBasisPoints()).isEqualTo(6_000);
    assertThat(statuses(create(stub, split).getResultsList())).containsExactly("ALREADY_RECORDED");
    assertThat(statuses(create(stub, code("ANNA10").build()).getResultsList()))
        .containsExactly("ID_REUSED credit_policy");

    PromoCode changed =
        update(
            stub,
            PromoCode.newBuilder()
                .setCodeId("ANNA10")
                .setCreditPolicy(CodeCreditPolicy.CODE_CREDIT_POLICY_LINK_WINS)
                .build(),
            "credit_policy");

    assertThat(changed.getCreditPolicy()).isEqualTo(CodeCreditPolicy.CODE_CREDIT_POLICY_LINK_WINS);
    assertThat(changed.getSplitBasisPoints()).isZero();
    assertThat(changed.getVersion()).isEqualTo(2);
    assertThat(get(stub, "ANNA10")).isEqualTo(changed);
    assertThat(statuses(create(stub, split).getResultsList())).containsExactly("ALREADY_RECORDED");
  }

  @Test
  void a_part_that_does_not_fit_its_policy_is_refused_by_name() {
    var stub = stub();
    assertThat(
            create(
                    stub,
                    code("A10").setCreditPolicy(CodeCreditPolicy.CODE_CREDIT_POLICY_SPLIT).build(),
                    code("B10")
                        .setCreditPolicy(CodeCreditPolicy.CODE_CREDIT_POLICY_SPLIT)
                        .setSplitBasisPoints(10_000)
                        .build(),
                    code("C10").setSplitBasisPoints(5_000).build(),
                    code("D10").setCreditPolicyValue(99).build())
                .getResultsList())
        .extracting(verdict -> verdict.getRejection().getField())
        .containsExactly(
            "split_basis_points", "split_basis_points", "split_basis_points", "credit_policy");
  }

  @Test
  void a_code_is_a_resend_only_if_the_same_enforces_it() {
    var stub = stub();
    PromoCode ours =
        code("ANNA10").setEnforcedBy(CodeEnforcement.CODE_ENFORCEMENT_TRIBUTARY).build();
    create(stub, ours, code("BO10").build());

    assertThat(
            statuses(
                create(
                        stub,
                        ours,
                        code("BO10").setEnforcedBy(CodeEnforcement.CODE_ENFORCEMENT_SHOP).build(),
                        code("BO10")
                            .setEnforcedBy(CodeEnforcement.CODE_ENFORCEMENT_TRIBUTARY)
                            .build())
                    .getResultsList()))
        .containsExactly("ALREADY_RECORDED", "ALREADY_RECORDED", "ID_REUSED enforced_by");
    assertThat(
            statuses(create(stub, code("ANNA10").setEnforcedByValue(9).build()).getResultsList()))
        .containsExactly("FIELD_MALFORMED enforced_by");
    assertThat(
            reasonOf(
                failureOf(
                    () ->
                        update(
                            stub,
                            PromoCode.newBuilder()
                                .setCodeId("BO10")
                                .setEnforcedBy(CodeEnforcement.CODE_ENFORCEMENT_TRIBUTARY)
                                .build(),
                            "owner"))))
        .isEqualTo(ErrorReason.ERROR_REASON_UNMASKED_UPDATE);
  }

  @Test
  void a_change_without_difference_keeps_the_version() {
    var stub = stub();
    create(stub, code("ANNA10").build());

    assertThat(
            update(stub, PromoCode.newBuilder().setCodeId("ANNA10").setOwner(ANNA).build(), "owner")
                .getVersion())
        .isEqualTo(1);
  }

  @Test
  @Names("ErrorReason.UNMASKED_UPDATE")
  void a_change_needs_a_mask_that_names_what_is_set() {
    var stub = stub();
    create(stub, code("ANNA10").build());
    PromoCode bo = PromoCode.newBuilder().setCodeId("ANNA10").setOwner(BO).build();

    for (UpdatePromoCodeRequest request :
        List.of(
            updateRequest(bo),
            updateRequest(bo, "disabled"),
            updateRequest(bo.toBuilder().setCode("X").build(), "owner"),
            updateRequest(bo.toBuilder().setStartTime(time(NOW)).build(), "owner"))) {
      assertThat(reasonOf(failureOf(() -> stub.updatePromoCode(request))))
          .isEqualTo(ErrorReason.ERROR_REASON_UNMASKED_UPDATE);
    }
    for (String path : List.of("code", "owner.creator_id", "version", "*", "")) {
      assertThat(fieldsOf(failureOf(() -> stub.updatePromoCode(updateRequest(bo, "owner", path)))))
          .containsExactly("update_mask");
    }
    assertThat(get(stub, "ANNA10").getVersion()).isEqualTo(1);
  }

  @Test
  void a_change_of_an_unknown_code_or_of_a_bad_field_fails() {
    var stub = stub();
    create(stub, code("ANNA10").setStartTime(time(NOW)).build());
    PromoCode bo = PromoCode.newBuilder().setCodeId("ANNA10").setOwner(BO).build();

    assertThat(
            reasonOf(
                failureOf(() -> update(stub, bo.toBuilder().setCodeId("NONE").build(), "owner"))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(
            fieldsOf(
                failureOf(
                    () ->
                        update(
                            stub,
                            bo.toBuilder().clearOwner().setEndTime(time(NOW)).build(),
                            "end_time"))))
        .containsExactly("promo_code.end_time");
    assertThat(
            fieldsOf(failureOf(() -> update(stub, bo.toBuilder().clearCodeId().build(), "owner"))))
        .containsExactly("promo_code.code_id");
  }

  @Test
  @Names("ErrorReason.VERSION_MISMATCH")
  void a_code_that_somebody_else_has_changed_meanwhile_is_not_overwritten() {
    var stub = stub();
    create(stub, code("ANNA10").build());
    PromoCode bo = PromoCode.newBuilder().setCodeId("ANNA10").setOwner(BO).build();

    StatusRuntimeException conflict =
        failureOf(
            () ->
                stub.updatePromoCode(
                    updateRequest(bo, "owner").toBuilder().setExpectedVersion(7).build()));
    assertThat(reasonOf(conflict)).isEqualTo(ErrorReason.ERROR_REASON_VERSION_MISMATCH);
    assertThat(metadataOf(conflict)).containsEntry("expected", "7").containsEntry("actual", "1");
    assertThat(
            stub.updatePromoCode(
                    updateRequest(bo, "owner").toBuilder().setExpectedVersion(1).build())
                .getPromoCode()
                .getVersion())
        .isEqualTo(2);
  }
}
