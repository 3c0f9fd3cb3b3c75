package dev.tributary.attribution.promocode;

import static dev.tributary.attribution.Samples.ANNA;
import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.code;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.TestAttribution.NOW;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.metadataOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.v1.CodeCreditPolicy;
import dev.tributary.attribution.v1.CodeRotation;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc.PromoCodeServiceBlockingStub;
import dev.tributary.attribution.v1.RotatePromoCodesRequest;
import dev.tributary.attribution.v1.RotatePromoCodesResponse;
import dev.tributary.attribution.v1.RotationEffect;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.Channel;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Replacing codes by others. */
abstract class RotatePromoCodesTest extends ReservationCalls {
  RotatePromoCodesTest(TestDatabases kind) {
    super(kind);
  }

  @Test
  void a_rotated_code_gives_way_to_one_with_its_owner_terms_and_policy() {
    var stub = stub();
    create(
        stub,
        limited(limits().setMaxUses(9)).toBuilder()
            .setCreditPolicy(CodeCreditPolicy.CODE_CREDIT_POLICY_SPLIT)
            .setSplitBasisPoints(6_000)
            .setEndTime(time(NOW.plus(Duration.ofDays(90))))
            .build());

    RotatePromoCodesResponse answer =
        stub.rotatePromoCodes(
            rotation("r-1", "ANNA10", "new", "SECRET15")
                .setEffectiveTime(time(NOW))
                .setGrace(seconds(3_600))
                .build());

    PromoCode old = get(stub, "ANNA10");
    PromoCode fresh = get(stub, "new");
    assertThat(answer.getRotated(0).getOldCode()).isEqualTo(old);
    assertThat(answer.getRotated(0).getNewCode()).isEqualTo(fresh);
    assertThat(answer.getPosition()).isNotEmpty();
    assertThat(old.getRotatedTo()).isEqualTo("new");
    assertThat(old.getEndTime()).isEqualTo(time(NOW.plusSeconds(3_600)));
    assertThat(fresh.getRotatedFrom()).isEqualTo("ANNA10");
    assertThat(fresh.getOwner()).isEqualTo(ANNA);
    assertThat(fresh.getLimits()).isEqualTo(old.getLimits());
    assertThat(fresh.getSplitBasisPoints()).isEqualTo(6_000);
    assertThat(fresh.getEndTime()).isEqualTo(time(NOW.plus(Duration.ofDays(90))));
    assertThat(check(stub, "ANNA10", NOW.plusSeconds(3_599)).getValid()).isTrue();
    assertThat(check(stub, "ANNA10", NOW.plusSeconds(3_600)).getReason())
        .isEqualTo(ErrorReason.ERROR_REASON_ENDED);
    assertThat(check(stub, "secret-15", NOW).getPromoCode().getCodeId()).isEqualTo("new");
  }

  @Test
  void a_grace_never_prolongs_a_code() {
    var stub = stub();
    create(stub, code("ANNA10").setEndTime(time(NOW.plusSeconds(60))).build());

    stub.rotatePromoCodes(
        rotation("r-1", "ANNA10", "new", "SECRET15").setGrace(seconds(3_600)).build());

    assertThat(get(stub, "ANNA10").getEndTime()).isEqualTo(time(NOW.plusSeconds(60)));
  }

  @Test
  void the_same_command_again_is_answered_alike_and_another_one_is_refused_by_field() {
    var stub = stub();
    create(stub, code("ANNA10").build());
    RotatePromoCodesRequest.Builder command = rotation("r-1", "ANNA10", "new", "SECRET15");
    RotatePromoCodesResponse first = stub.rotatePromoCodes(command.build());
    service.clock().advance(Duration.ofSeconds(1));

    assertThat(stub.rotatePromoCodes(command.build())).isEqualTo(first);
    assertThat(stub.rotatePromoCodes(command.setValidateOnly(true).build())).isEqualTo(first);
    var failure =
        failureOf(
            () ->
                stub.rotatePromoCodes(command.setValidateOnly(false).setGrace(seconds(1)).build()));
    assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_ID_REUSED);
    assertThat(metadataOf(failure)).containsEntry("field", "grace");
  }

  @Test
  void a_preview_tells_per_creator_what_is_in_question_and_writes_nothing() {
    Channel channel = service.channel(TestAttribution.newWorkspace());
    var stub = PromoCodeServiceGrpc.newBlockingStub(channel);
    create(stub, code("ANNA10").build(), code("BO5").setOwner(BO).build());
    record(
        channel,
        Orders.order("before", 5_000)
            .addCodes(Orders.code("ANNA10"))
            .setConversionTime(time(Orders.TIME.minusSeconds(1)))
            .build(),
        Orders.order("o-1", 5_000).addCodes(Orders.code("ANNA10")).build(),
        Orders.order("o-2", 700).addCodes(Orders.code("ANNA10")).build(),
        Orders.order("o-3", 300).addCodes(Orders.code("BO5")).build(),
        Orders.order("test", 300).addCodes(Orders.code("BO5")).setTest(true).build());

    RotatePromoCodesResponse preview =
        stub.rotatePromoCodes(
            rotation("r-1", "ANNA10", "new-1", "SECRET15")
                .addRotations(item("BO5", "new-2", "SECRET20"))
                .setUsesSince(time(Orders.TIME))
                .setValidateOnly(true)
                .build());

    assertThat(preview.getEffectsList())
        .containsExactly(
            RotationEffect.newBuilder()
                .setCreatorId("anna")
                .setUses(2)
                .addNetCredit(eur(5_700))
                .build(),
            RotationEffect.newBuilder()
                .setCreatorId("bo")
                .setUses(1)
                .addNetCredit(eur(300))
                .build());
    assertThat(preview.getPosition()).isEmpty();
    assertThat(preview.getRotated(0).getNewCode().getRotatedFrom()).isEqualTo("ANNA10");
    assertThat(get(stub, "ANNA10").getVersion()).isEqualTo(1);
    assertThat(list(stub).getPromoCodesList()).hasSize(2);
  }

  @Test
  void sales_by_the_old_code_keep_their_credit_and_new_ones_have_the_same_owner() {
    Channel channel = service.channel(TestAttribution.newWorkspace());
    var stub = PromoCodeServiceGrpc.newBlockingStub(channel);
    create(stub, code("ANNA10").build());
    record(channel, Orders.order("o-1").addCodes(Orders.code("ANNA10")).build());
    stub.rotatePromoCodes(
        rotation("r-1", "ANNA10", "new", "SECRET15").setEffectiveTime(time(Orders.TIME)).build());
    record(channel, Orders.order("o-2").addCodes(Orders.code("SECRET15")).build());

    RotatePromoCodesResponse next =
        stub.rotatePromoCodes(
            rotation("r-2", "new", "newer", "HIDDEN15")
                .setUsesSince(time(Orders.TIME))
                .setValidateOnly(true)
                .build());
    assertThat(next.getEffects(0).getCreatorId()).isEqualTo("anna");
    assertThat(next.getEffects(0).getUses()).isEqualTo(1);
  }

  @Test
  void a_code_that_cannot_be_replaced_is_refused_by_field_and_nothing_is_written() {
    var stub = stub();
    create(
        stub,
        code("ANNA10").build(),
        code("ENDED").setEndTime(time(NOW)).build(),
        code("LATER").setStartTime(time(NOW.plusSeconds(1))).build(),
        code("OFF").setDisabled(true).build(),
        code("DONE").build());
    stub.rotatePromoCodes(rotation("r-0", "DONE", "done-2", "FINISHED").build());

    for (String old : List.of("ENDED", "LATER", "OFF", "DONE")) {
      assertThat(fieldsOf(failureOf(() -> rotate(stub, "ANNA10", old, "SECRET15"))))
          .containsExactly("rotations[1].old_code_id");
    }
    assertThat(reasonOf(failureOf(() -> rotate(stub, "ANNA10", "unknown", "SECRET15"))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(get(stub, "ANNA10").getRotatedTo()).isEmpty();
  }

  @Test
  void a_new_code_that_somebody_has_or_that_looks_like_a_valid_one_is_refused() {
    var stub = stub();
    create(stub, code("ANNA10").build(), code("B010").setOwner(BO).build());

    assertThat(reasonOf(failureOf(() -> rotate(stub, "ANNA10", "b-0.10"))))
        .isEqualTo(ErrorReason.ERROR_REASON_CODE_KEY_TAKEN);
    assertThat(reasonOf(failureOf(() -> rotate(stub, "ANNA10", "BO10"))))
        .isEqualTo(ErrorReason.ERROR_REASON_CODE_CONFUSABLE);
    assertThat(reasonOf(failureOf(() -> rotate(stub, "ANNA10", "ANNA-10"))))
        .isEqualTo(ErrorReason.ERROR_REASON_CODE_OVERLAPS);
    assertThat(reasonOf(failureOf(() -> rotate(stub, "ANNA10", "--"))))
        .isEqualTo(ErrorReason.ERROR_REASON_FIELD_INVALID);
    RotatePromoCodesRequest taken = rotation("r-1", "ANNA10", "B010", "SECRET15").build();
    assertThat(reasonOf(failureOf(() -> stub.rotatePromoCodes(taken))))
        .isEqualTo(ErrorReason.ERROR_REASON_ID_REUSED);
    assertThat(get(stub, "ANNA10").getVersion()).isEqualTo(1);
  }

  @Test
  void a_wrong_request_is_refused_by_field() {
    var stub = stub();
    RotatePromoCodesRequest good = rotation("r-1", "a", "b", "SECRET15").build();

    assertThat(
            reasonOf(
                failureOf(() -> stub.rotatePromoCodes(good.toBuilder().clearRotations().build()))))
        .isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
    assertThat(
            fieldsOf(
                failureOf(() -> stub.rotatePromoCodes(good.toBuilder().setRotationId("").build()))))
        .containsExactly("rotation_id");
    assertThat(
            fieldsOf(
                failureOf(
                    () ->
                        stub.rotatePromoCodes(
                            good.toBuilder().addRotations(item("c", "a", "X")).build()))))
        .containsExactly("rotations[1].new_code_id");
    assertThat(
            fieldsOf(
                failureOf(
                    () -> stub.rotatePromoCodes(good.toBuilder().setGrace(seconds(-1)).build()))))
        .containsExactly("grace.seconds");
    assertThat(
            fieldsOf(
                failureOf(() -> stub.rotatePromoCodes(good.toBuilder().setUsesValue(99).build()))))
        .containsExactly("uses");
  }

  @Test
  void of_many_that_rotate_one_code_at_once_one_succeeds() {
    String workspace = TestAttribution.newWorkspace();
    var stub = PromoCodeServiceGrpc.newBlockingStub(service.channel(workspace));
    create(stub, code("ANNA10").build());

    long done =
        IntStream.range(0, 8)
            .parallel()
            .filter(
                i -> {
                  try {
                    PromoCodeServiceGrpc.newBlockingStub(service.channel(workspace))
                        .rotatePromoCodes(
                            rotation("r-" + i, "ANNA10", "new-" + i, "SECRET2" + i).build());
                    return true;
                  } catch (io.grpc.StatusRuntimeException refused) {
                    assertThat(fieldsOf(refused)).containsExactly("rotations[0].old_code_id");
                    return false;
                  }
                })
            .count();

    assertThat(done).isEqualTo(1);
    assertThat(list(stub).getPromoCodesList()).hasSize(2);
  }

  private static RotatePromoCodesResponse rotate(
      PromoCodeServiceBlockingStub stub, String oldCodeId, String newCode) {
    return stub.rotatePromoCodes(rotation("r-1", oldCodeId, "new", newCode).build());
  }

  private static RotatePromoCodesResponse rotate(
      PromoCodeServiceBlockingStub stub, String first, String second, String newCode) {
    return stub.rotatePromoCodes(
        rotation("r-1", first, "new-1", newCode)
            .addRotations(item(second, "new-2", "OTHER20"))
            .build());
  }

  private static RotatePromoCodesRequest.Builder rotation(
      String rotationId, String oldCodeId, String newCodeId, String newCode) {
    return RotatePromoCodesRequest.newBuilder()
        .setRotationId(rotationId)
        .addRotations(item(oldCodeId, newCodeId, newCode));
  }

  private static CodeRotation item(String oldCodeId, String newCodeId, String newCode) {
    return CodeRotation.newBuilder()
        .setOldCodeId(oldCodeId)
        .setNewCodeId(newCodeId)
        .setNewCode(newCode)
        .build();
  }
}
