package dev.tributary.attribution.promocode;

import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.code;
import static dev.tributary.attribution.Samples.statuses;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.TestAttribution.NOW;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.attribution.v1.CodeFinding;
import dev.tributary.attribution.v1.CodeFindingReason;
import dev.tributary.attribution.v1.CodeFindingSeverity;
import dev.tributary.attribution.v1.CodeSuggestion;
import dev.tributary.attribution.v1.CodeWish;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc.PromoCodeServiceBlockingStub;
import dev.tributary.attribution.v1.ReviewPromoCodeRequest;
import dev.tributary.attribution.v1.ReviewPromoCodeResponse;
import dev.tributary.attribution.v1.SuggestPromoCodesRequest;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proposing and judging codes. */
abstract class CodeAdviceTest extends PromoCodeCalls {

  CodeAdviceTest(TestDatabases kind) {
    super(kind);
  }

  @Test
  void proposed_codes_are_free_can_be_created_and_pass_the_review() {
    var stub = stub();
    create(stub, code("EMILY10").build(), code("EM1LYCARTER10").build());

    List<CodeSuggestion> results = suggest(stub, wish("emily", "Emily Carter"), wish("bo", "Bo"));

    assertThat(results).extracting(CodeSuggestion::getCreatorId).containsExactly("emily", "bo");
    assertThat(results.get(0).getCodesList())
        .containsExactly("EMILYFANS10", "EMILYTEAM10", "EMILYSTAR10");
    assertThat(results.get(1).getCodesList()).containsExactly("BO10", "BOFANS10", "BOTEAM10");
    for (String proposed : results.get(1).getCodesList()) {
      assertThat(review(stub, proposed, "10").getFindingsList()).isEmpty();
    }
    assertThat(create(stub, code("EMILYFANS10").build(), code("BO10").build()).getResultsList())
        .noneMatch(verdict -> verdict.hasRejection());
  }

  @Test
  void a_code_of_another_shop_or_workspace_is_in_nobodys_way() {
    var stub = stub();
    create(stub, code("EMILY10").setStorefrontId("other").build());
    create(stub(), code("EMILY10").build());

    assertThat(suggest(stub, wish("emily", "Emily")).get(0).getCodes(0)).isEqualTo("EMILY10");
    assertThat(review(stub, "EMILY10", "").getAccepted()).isTrue();
  }

  @Test
  void a_review_names_the_code_that_is_in_the_way_even_after_its_end() {
    var stub = stub();
    create(stub, code("id-1").setCode("EMILY10").setDisabled(true).build());

    ReviewPromoCodeResponse same = review(stub, " emily10", "10");
    ReviewPromoCodeResponse alike = review(stub, "EMILY1O", "");

    assertThat(same.getAccepted()).isFalse();
    assertThat(same.getFindingsList())
        .extracting(CodeFinding::getReason, CodeFinding::getSeverity, CodeFinding::getCodeId)
        .containsExactly(
            tuple(
                CodeFindingReason.CODE_FINDING_REASON_TAKEN,
                CodeFindingSeverity.CODE_FINDING_SEVERITY_ERROR,
                "id-1"));
    assertThat(alike.getFindings(0).getReason())
        .isEqualTo(CodeFindingReason.CODE_FINDING_REASON_CONFUSABLE_WITH);
    assertThat(alike.getFindings(0).getMessage()).contains("EMILY10");
    // The other one is switched off, so that nobody can take one for the other.
    assertThat(alike.getAccepted()).isTrue();
  }

  @Test
  void what_a_review_accepts_for_a_creator_can_be_created_and_what_it_does_not_cannot() {
    var stub = stub();
    create(
        stub,
        code("id-1").setCode("EMILY10").setEndTime(time(NOW.minusSeconds(60))).build(),
        code("id-2").setCode("CARLO20").build());

    assertThat(reviewFor(stub, "anna", "Emily-10").getFindingsList())
        .extracting(CodeFinding::getReason)
        .contains(CodeFindingReason.CODE_FINDING_REASON_REACTIVATES);
    assertThat(reviewFor(stub, "anna", "EMILY10").getAccepted()).isTrue();
    assertThat(reviewFor(stub, "bo", "EMILY10").getAccepted()).isFalse();
    assertThat(reviewFor(stub, "anna", "CARL020").getAccepted()).isFalse();
    assertThat(
            statuses(
                create(
                        stub,
                        code("id-3").setCode("EMILY10").setOwner(BO).build(),
                        code("id-4").setCode("EMILY10").build(),
                        code("id-5").setCode("CARL020").build())
                    .getResultsList()))
        .containsExactly("CODE_KEY_TAKEN code", "RECORDED", "CODE_CONFUSABLE code");
  }

  @Test
  void a_code_with_warnings_only_is_accepted() {
    var stub = stub();

    ReviewPromoCodeResponse response = review(stub, "RerR23Z", "10");

    assertThat(response.getAccepted()).isTrue();
    assertThat(response.getFindingsList())
        .isNotEmpty()
        .allMatch(
            finding -> finding.getSeverity() == CodeFindingSeverity.CODE_FINDING_SEVERITY_WARNING);
  }

  @Test
  void a_wrong_request_is_refused_by_field() {
    var stub = stub();

    assertThat(reasonOf(failureOf(() -> suggest(stub))))
        .isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
    assertThat(
            reasonOf(
                failureOf(
                    () ->
                        suggest(
                            stub,
                            Collections.nCopies(1_001, wish("a", "A"))
                                .toArray(CodeWish.Builder[]::new)))))
        .isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
    assertThat(fieldsOf(failureOf(() -> suggest(stub, wish("", "A")))))
        .containsExactly("wishes[0].creator_id");
    assertThat(fieldsOf(failureOf(() -> suggest(stub, wish("b", "B"), wish("a", "")))))
        .containsExactly("wishes[1].display_name");
    assertThat(fieldsOf(failureOf(() -> suggest(stub, wish("a", "A").setDiscount("10%")))))
        .containsExactly("wishes[0].discount");
    assertThat(fieldsOf(failureOf(() -> review(stub, "", "")))).containsExactly("code");
    assertThat(fieldsOf(failureOf(() -> review(stub, "A", "ten")))).containsExactly("discount");
  }

  private static CodeWish.Builder wish(String creatorId, String name) {
    return CodeWish.newBuilder().setCreatorId(creatorId).setDisplayName(name).setDiscount("10");
  }

  private static List<CodeSuggestion> suggest(
      PromoCodeServiceBlockingStub stub, CodeWish.Builder... wishes) {
    var request = SuggestPromoCodesRequest.newBuilder();
    List.of(wishes).forEach(request::addWishes);
    return stub.suggestPromoCodes(request.build()).getResultsList();
  }

  private static ReviewPromoCodeResponse reviewFor(
      PromoCodeServiceBlockingStub stub, String creatorId, String code) {
    return stub.reviewPromoCode(
        ReviewPromoCodeRequest.newBuilder().setCode(code).setCreatorId(creatorId).build());
  }

  private static ReviewPromoCodeResponse review(
      PromoCodeServiceBlockingStub stub, String code, String discount) {
    return stub.reviewPromoCode(
        ReviewPromoCodeRequest.newBuilder().setCode(code).setDiscount(discount).build());
  }
}
