package dev.tributary.attribution.promocode;

import static dev.tributary.attribution.Samples.ANNA;
import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.code;
import static dev.tributary.attribution.Samples.statuses;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.TestAttribution.NOW;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.tributary.attribution.Names;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.CodeCreditPolicy;
import dev.tributary.attribution.v1.CodeCreditScope;
import dev.tributary.attribution.v1.CodeEnforcement;
import dev.tributary.attribution.v1.CreatePromoCodesResponse;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Creating promo codes. */
abstract class CreatePromoCodesTest extends PromoCodeCalls {

  CreatePromoCodesTest(TestDatabases kind) {
    super(kind);
  }

  @Test
  void a_code_is_read_back_as_created_with_defaults_filled_in() {
    var stub = stub();
    PromoCode created =
        code("Anna10").setStartTime(time(NOW)).setEndTime(time(NOW.plusSeconds(60))).build();

    assertThat(statuses(create(stub, created).getResultsList())).containsExactly("RECORDED");

    PromoCode expected =
        created.toBuilder()
            .setStorefrontId("main")
            .setEnforcedBy(CodeEnforcement.CODE_ENFORCEMENT_SHOP)
            .setCreditPolicy(CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_WINS)
            .setCreditScope(CodeCreditScope.CODE_CREDIT_SCOPE_THIS_ORDER)
            .setVersion(1)
            .setCreateTime(get(stub, "Anna10").getCreateTime())
            .addOwnerHistory(dev.tributary.attribution.v1.OwnerInterval.newBuilder().setOwner(ANNA))
            .build();
    assertThat(get(stub, "Anna10")).isEqualTo(expected);
  }

  @Test
  void a_code_with_later_orders_tells_for_how_many_days() {
    var stub = stub();
    PromoCode future =
        code("ANNA10").setCreditScope(CodeCreditScope.CODE_CREDIT_SCOPE_THIS_AND_FUTURE).build();
    create(stub, future);

    assertThat(get(stub, "ANNA10").getFutureDays()).isEqualTo(365);
    assertThat(
            statuses(
                create(
                        stub,
                        future.toBuilder().setFutureDays(365).build(),
                        future.toBuilder().setFutureDays(364).build(),
                        future.toBuilder().setCodeId("x").setFutureDays(731).build(),
                        code("x").setFutureDays(30).build(),
                        code("x").setCreditScopeValue(9).build())
                    .getResultsList()))
        .containsExactly(
            "ALREADY_RECORDED",
            "ID_REUSED future_days",
            "OUT_OF_RANGE future_days",
            "OUT_OF_RANGE future_days",
            "FIELD_MALFORMED credit_scope");
    assertThat(
            update(stub, PromoCode.newBuilder().setCodeId("ANNA10").build(), "credit_scope")
                .getCreditScope())
        .isEqualTo(CodeCreditScope.CODE_CREDIT_SCOPE_THIS_ORDER);
  }

  @Test
  void sending_again_changes_nothing_and_is_answered_with_the_same_position() {
    var stub = stub();
    CreatePromoCodesResponse first = create(stub, code("ANNA10").build(), code("ANNA15").build());
    CreatePromoCodesResponse second = create(stub, code("ANNA10").build(), code("ANNA15").build());

    assertThat(statuses(second.getResultsList()))
        .containsExactly("ALREADY_RECORDED", "ALREADY_RECORDED");
    assertThat(Positions.decode(second.getPosition()))
        .isEqualTo(Positions.decode(first.getPosition()));
  }

  @Test
  void a_creation_sent_again_after_changes_is_still_known() {
    var stub = stub();
    create(stub, code("ANNA10").build());
    update(
        stub,
        PromoCode.newBuilder().setCodeId("ANNA10").setOwner(BO).setDisabled(true).build(),
        "owner",
        "disabled");

    assertThat(statuses(create(stub, code("ANNA10").build()).getResultsList()))
        .containsExactly("ALREADY_RECORDED");
    assertThat(get(stub, "ANNA10").getOwner()).isEqualTo(BO);
  }

  @Test
  void an_id_used_for_something_else_is_refused_naming_the_first_difference() {
    var stub = stub();
    PromoCode original = code("ANNA10").setStartTime(time(NOW)).build();
    create(stub, original);

    assertThat(
            statuses(
                create(
                        stub,
                        original.toBuilder().setCode("ANNA11").build(),
                        original.toBuilder().setStorefrontId("outlet").build(),
                        original.toBuilder().setOwner(BO).build(),
                        original.toBuilder().clearOwner().build(),
                        original.toBuilder().clearStartTime().build(),
                        original.toBuilder().setEndTime(time(NOW.plusSeconds(1))).build(),
                        original.toBuilder().setDisabled(true).build())
                    .getResultsList()))
        .containsExactly(
            "ID_REUSED code",
            "ID_REUSED storefront_id",
            "ID_REUSED owner",
            "ID_REUSED owner",
            "ID_REUSED start_time",
            "ID_REUSED end_time",
            "ID_REUSED disabled");
  }

  @Test
  void bad_items_are_refused_with_their_reasons_and_the_rest_is_recorded() {
    var stub = stub();
    CreatePromoCodesResponse response =
        create(
            stub,
            code("OK1").build(),
            code("").setCode("X").build(),
            code("a b").build(),
            code("NOCODE").clearCode().build(),
            code("LONG").setCode("x".repeat(65)).build(),
            code("NUL").setCode("A\u0000").build(),
            code("LINE").setCode("A\nB").build(),
            code("GHOST").setCode("\u200B").build(),
            code("DASHES").setCode("-_.").build(),
            code("MIXED").setCode("ANN\u0410").build(),
            code("SHOP").setStorefrontId("a b").build(),
            code("OWNER").setOwner(Owner.newBuilder().setCollaborationId("c")).build(),
            code("NANOS").setStartTime(Timestamp.newBuilder().setNanos(-1)).build(),
            code("PAST").setStartTime(Timestamp.newBuilder().setSeconds(-1)).build(),
            code("ORDER").setStartTime(time(NOW)).setEndTime(time(NOW)).build(),
            code("OK1").setOwner(BO).build(),
            code("OK1").build(),
            code("OK2").build());

    assertThat(statuses(response.getResultsList()))
        .containsExactly(
            "RECORDED",
            "FIELD_MISSING code_id",
            "FIELD_MALFORMED code_id",
            "FIELD_MISSING code",
            "FIELD_MALFORMED code",
            "FIELD_MALFORMED code",
            "FIELD_MALFORMED code",
            "FIELD_MALFORMED code",
            "FIELD_MALFORMED code",
            "CODE_MIXED_SCRIPT code",
            "FIELD_MALFORMED storefront_id",
            "FIELD_MISSING owner.creator_id",
            "FIELD_MALFORMED start_time",
            "OUT_OF_RANGE start_time",
            "TIME_ORDER end_time",
            "DUPLICATE_IN_BATCH owner",
            "ALREADY_RECORDED",
            "RECORDED");
    assertThat(list(stub).getPromoCodesList())
        .extracting(PromoCode::getCodeId)
        .containsExactly("OK1", "OK2");
  }

  @Test
  @Names("ErrorReason.CODE_MIXED_SCRIPT")
  void a_code_of_letters_that_look_alike_in_two_alphabets_is_refused() {
    assertThat(
            statuses(create(stub(), code("MIXED").setCode("ANN\u0410").build()).getResultsList()))
        .containsExactly("CODE_MIXED_SCRIPT code");
  }

  @Test
  void a_batch_with_nothing_to_record_has_no_position() {
    assertThat(create(stub(), code("a b").build()).getPosition()).isEmpty();
  }

  @Test
  void empty_batches_and_those_with_more_than_a_thousand_items_fail_as_a_whole() {
    var stub = stub();
    List<PromoCode> tooMany =
        IntStream.range(0, 1_001).mapToObj(i -> code("C" + i).build()).toList();

    for (List<PromoCode> batch : List.of(List.<PromoCode>of(), tooMany)) {
      StatusRuntimeException failure =
          failureOf(() -> create(stub, batch.toArray(PromoCode[]::new)));
      assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
    }
    assertThat(list(stub).getPromoCodesList()).isEmpty();
  }

  @Test
  void creations_of_the_same_keys_at_the_same_time_have_one_winner_each() {
    String workspace = TestAttribution.newWorkspace();
    List<List<String>> statuses =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(
                writer -> {
                  List<PromoCode> codes = new ArrayList<>();
                  for (int i = 0; i < 50; i++) {
                    codes.add(code("w" + writer + "-" + i).setCode("KEY" + i).build());
                  }
                  if (writer % 2 == 1) {
                    Collections.reverse(codes);
                  }
                  var stub = PromoCodeServiceGrpc.newBlockingStub(service.channel(workspace));
                  return statuses(create(stub, codes.toArray(PromoCode[]::new)).getResultsList());
                })
            .toList();

    assertThat(statuses.stream().flatMap(List::stream).filter("RECORDED"::equals)).hasSize(50);
    assertThat(statuses.stream().flatMap(List::stream).filter("CODE_OVERLAPS start_time"::equals))
        .hasSize(150);
  }
}
