package dev.tributary.attribution.promocode;

import static dev.tributary.attribution.Samples.ANNA;
import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.code;
import static dev.tributary.attribution.Samples.statuses;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.TestAttribution.NOW;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.CheckPromoCodeRequest;
import dev.tributary.attribution.v1.CheckPromoCodeResponse;
import dev.tributary.attribution.v1.ListPromoCodesRequest;
import dev.tributary.attribution.v1.ListPromoCodesResponse;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reading and checking promo codes. */
abstract class ReadPromoCodesTest extends PromoCodeCalls {

  ReadPromoCodesTest(TestDatabases kind) {
    super(kind);
  }

  @Test
  void a_thousand_codes_fit_into_a_batch_and_come_back_in_pages() {
    var stub = stub();
    PromoCode[] codes =
        IntStream.range(0, 1_000)
            .mapToObj(i -> code("C%04d".formatted(i)).setOwner(i % 4 == 0 ? BO : ANNA).build())
            .toArray(PromoCode[]::new);
    assertThat(statuses(create(stub, codes).getResultsList())).containsOnly("RECORDED");

    List<String> found = new ArrayList<>();
    ListPromoCodesRequest.Builder request =
        ListPromoCodesRequest.newBuilder().setPageSize(50).setCollaborationId("col-bo");
    do {
      ListPromoCodesResponse page = stub.listPromoCodes(request.build());
      assertThat(page.getPromoCodesCount()).isEqualTo(50);
      page.getPromoCodesList().forEach(code -> found.add(code.getCodeId()));
      request.setPageToken(page.getNextPageToken());
    } while (!request.getPageToken().isEmpty());

    assertThat(found).hasSize(250).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void lists_show_codes_that_the_collaboration_owns_now() {
    var stub = stub();
    create(stub, code("A").build(), code("B").build());
    update(stub, PromoCode.newBuilder().setCodeId("A").setOwner(BO).build(), "owner");

    assertThat(
            stub.listPromoCodes(
                    ListPromoCodesRequest.newBuilder().setCollaborationId("col-anna").build())
                .getPromoCodesList())
        .extracting(PromoCode::getCodeId)
        .containsExactly("B");
  }

  @Test
  @Names("ErrorReason.PAGE_TOKEN_MISMATCH")
  void a_page_token_belongs_to_its_request() {
    var stub = stub();
    create(stub, code("A").build(), code("B").build());
    ListPromoCodesRequest request = ListPromoCodesRequest.newBuilder().setPageSize(1).build();
    String token = stub.listPromoCodes(request).getNextPageToken();

    for (ListPromoCodesRequest other :
        List.of(
            request.toBuilder().setPageToken(token).setCollaborationId("col-bo").build(),
            request.toBuilder().setPageToken("nonsense").build())) {
      assertThat(reasonOf(failureOf(() -> stub.listPromoCodes(other))))
          .isEqualTo(ErrorReason.ERROR_REASON_PAGE_TOKEN_MISMATCH);
    }
    assertThat(
            fieldsOf(
                failureOf(
                    () ->
                        stub.listPromoCodes(
                            ListPromoCodesRequest.newBuilder().setPageSize(-1).build()))))
        .containsExactly("page_size");
    assertThat(
            fieldsOf(
                failureOf(
                    () ->
                        stub.listPromoCodes(
                            ListPromoCodesRequest.newBuilder().setCollaborationId("a b").build()))))
        .containsExactly("collaboration_id");
  }

  @Test
  void a_check_says_whether_a_typed_code_is_valid_and_why_not() {
    var stub = stub();
    create(
        stub,
        code("ANNA10").setStartTime(time(NOW)).setEndTime(time(NOW.plusSeconds(60))).build(),
        code("OFF").setDisabled(true).build());

    assertThat(check(stub, " anna10 ", NOW.plusSeconds(1)).getValid()).isTrue();
    assertThat(check(stub, "ANNA10", NOW.plusSeconds(1)).getPromoCode().getCodeId())
        .isEqualTo("ANNA10");
    assertThat(
            Stream.of(
                    check(stub, "ANNA10", NOW.plusSeconds(1)),
                    check(stub, "NOBODY", NOW),
                    check(stub, "ANNA10", NOW.minusSeconds(1)),
                    check(stub, "ANNA10", NOW.plusSeconds(60)),
                    check(stub, "OFF", NOW))
                .map(CheckPromoCodeResponse::getReason))
        .containsExactly(
            ErrorReason.ERROR_REASON_UNSPECIFIED,
            ErrorReason.ERROR_REASON_CODE_UNKNOWN,
            ErrorReason.ERROR_REASON_NOT_STARTED,
            ErrorReason.ERROR_REASON_ENDED,
            ErrorReason.ERROR_REASON_DISABLED);
    assertThat(check(stub, "NOBODY", NOW).hasPromoCode()).isFalse();
    assertThat(fieldsOf(failureOf(() -> check(stub, "", NOW)))).containsExactly("code");
  }

  @Test
  void a_check_without_a_time_means_now_and_knows_storefronts_apart() {
    var stub = stub();
    create(stub, code("ANNA10").setStorefrontId("outlet").build());
    CheckPromoCodeRequest request = CheckPromoCodeRequest.newBuilder().setCode("ANNA10").build();

    assertThat(stub.checkPromoCode(request).getValid()).isFalse();
    assertThat(
            stub.checkPromoCode(request.toBuilder().setStorefrontId("outlet").build()).getValid())
        .isTrue();
  }

  @Test
  void another_workspace_sees_nothing_and_may_use_the_same_ids_and_keys() {
    var stub = stub();
    var other = stub();
    create(stub, code("ANNA10").build());

    assertThat(reasonOf(failureOf(() -> get(other, "ANNA10"))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(list(other).getPromoCodesList()).isEmpty();
    assertThat(check(other, "ANNA10", NOW).getReason())
        .isEqualTo(ErrorReason.ERROR_REASON_CODE_UNKNOWN);
    assertThat(
            reasonOf(
                failureOf(
                    () ->
                        update(
                            other,
                            PromoCode.newBuilder().setCodeId("ANNA10").setOwner(BO).build(),
                            "owner"))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(statuses(create(other, code("ANNA10").setOwner(BO).build()).getResultsList()))
        .containsExactly("RECORDED");
    assertThat(get(stub, "ANNA10").getOwner()).isEqualTo(ANNA);
  }

  @Test
  @Names("ErrorReason.SCOPE_MISSING")
  void reading_and_writing_want_their_scopes() {
    String workspace = TestAttribution.newWorkspace();
    var reader = PromoCodeServiceGrpc.newBlockingStub(service.channel(workspace, Scope.READ));
    var writer = PromoCodeServiceGrpc.newBlockingStub(service.channel(workspace, Scope.WRITE));

    for (StatusRuntimeException failure :
        List.of(
            failureOf(() -> create(reader, code("A").build())),
            failureOf(() -> update(reader, code("A").build(), "owner")),
            failureOf(() -> get(writer, "A")),
            failureOf(() -> list(writer)),
            failureOf(() -> check(writer, "A", NOW)))) {
      assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
    }
  }
}
