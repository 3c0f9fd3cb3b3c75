package dev.tributary.attribution.promocode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.owner.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeReviewTest {
  private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
  private static final Owner EMILY = new Owner("col-emily", "emily", "spring");

  @ParameterizedTest
  @ValueSource(strings = {"EMILY10", "Emily10", "emily10", "ANNA", "СКИДКА10", "CARLO10", "ЁЛКА20"})
  void nothing_speaks_against_a_name_with_a_number(String code) {
    assertThat(review(code, "", List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "RerR23Z, HARD_TO_SAY_OR_TYPE HARD_TO_SAY_OR_TYPE",
    "A7B10, HARD_TO_SAY_OR_TYPE",
    "EmiLy10, HARD_TO_SAY_OR_TYPE",
    "XKCDTV, HARD_TO_SAY_OR_TYPE",
    "EMIL10, HARD_TO_SAY_OR_TYPE",
    "EMILY-10, HARD_TO_SAY_OR_TYPE",
    "EMILY♥, HARD_TO_SAY_OR_TYPE",
    "AB1, TOO_SHORT",
    "ANABELLAMARGUERITESANTA, TOO_LONG",
  })
  void a_warning_tells_what_would_be_better(String code, String reasons) {
    List<Finding> findings = review(code, "", List.of());

    assertThat(findings.stream().map(finding -> finding.reason().name()))
        .containsExactly(reasons.split(" "));
    assertThat(findings).noneMatch(Finding::isError);
  }

  @Test
  @Names("CodeFindingReason.LOOKS_LIKE_OTHER_DISCOUNT")
  void a_code_that_ends_with_another_number_than_the_discount_promises_it() {
    assertThat(review("EMILY10", "15", List.of()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.reason()).isEqualTo(FindingReason.LOOKS_LIKE_OTHER_DISCOUNT);
              assertThat(finding.message()).contains("10").contains("15");
              assertThat(finding.isError()).isFalse();
            });
    assertThat(review("EMILY15", "15", List.of())).isEmpty();
    assertThat(review("EMILY", "15", List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ANNА10, MIXED_SCRIPT",
    "'  ', TOO_SHORT",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, TOO_LONG",
  })
  void an_error_tells_why_it_cannot_be(String code, FindingReason reason) {
    assertThat(review(code, "", List.of()))
        .anySatisfy(
            finding -> {
              assertThat(finding.reason()).isEqualTo(reason);
              assertThat(finding.isError()).isTrue();
            });
  }

  @Test
  @Names("CodeFindingReason.MIXED_SCRIPT")
  void letters_of_two_alphabets_in_one_code_are_an_error() {
    assertThat(review("ANN\u041010", "", List.of()))
        .extracting(Finding::reason, Finding::isError)
        .contains(tuple(FindingReason.MIXED_SCRIPT, true));
  }

  @Test
  @Names("CodeFindingReason.HARD_TO_SAY_OR_TYPE")
  void a_code_that_nobody_can_say_on_the_phone_is_warned_of() {
    assertThat(review("XKCDTV", "", List.of()))
        .extracting(Finding::reason, Finding::isError)
        .containsExactly(tuple(FindingReason.HARD_TO_SAY_OR_TYPE, false));
  }

  @Test
  @Names("CodeFindingReason.TOO_SHORT")
  void a_code_of_three_characters_is_warned_of_and_one_without_any_is_an_error() {
    assertThat(review("AB1", "", List.of()))
        .extracting(Finding::reason, Finding::isError)
        .containsExactly(tuple(FindingReason.TOO_SHORT, false));
    assertThat(review(" ", "", List.of()))
        .extracting(Finding::reason, Finding::isError)
        .contains(tuple(FindingReason.TOO_SHORT, true));
  }

  @Test
  @Names("CodeFindingReason.TOO_LONG")
  void a_code_of_more_than_20_characters_is_warned_of_and_one_of_more_than_64_is_an_error() {
    assertThat(review("ANABELLAMARGUERITESANTA", "", List.of()))
        .extracting(Finding::reason, Finding::isError)
        .containsExactly(tuple(FindingReason.TOO_LONG, false));
    assertThat(review("A".repeat(65), "", List.of()))
        .extracting(Finding::reason, Finding::isError)
        .contains(tuple(FindingReason.TOO_LONG, true));
  }

  @Test
  void a_taken_code_and_one_that_only_looks_the_same_are_told_apart_and_come_first() {
    List<Finding> findings =
        review("EMILYO", "", List.of(code("one", "emilyo"), code("two", "EMILY0")));

    assertThat(findings)
        .extracting(Finding::reason)
        .containsExactly(FindingReason.TAKEN, FindingReason.CONFUSABLE_WITH);
    assertThat(findings)
        .extracting(Finding::codeId)
        .containsExactly(Optional.of("one"), Optional.of("two"));
  }

  @Test
  void errors_come_before_warnings() {
    assertThat(review("E-1", "", List.of(code("one", "E-1"))).get(0).reason())
        .isEqualTo(FindingReason.TAKEN);
  }

  @Test
  @Names("CodeFindingReason.REACTIVATES")
  void a_code_that_its_creator_had_before_would_be_given_again() {
    PromoCode ended = code("one", "EMILY10", Optional.of(EMILY), Optional.of(NOW));

    assertThat(CodeReview.of("emily-10", "", List.of(ended), Optional.of("emily"), NOW))
        .extracting(Finding::reason, Finding::isError, Finding::codeId)
        .contains(tuple(FindingReason.REACTIVATES, false, Optional.of("one")));
    assertThat(CodeReview.of("EMILY10", "", List.of(ended), Optional.of("bo"), NOW))
        .extracting(Finding::reason, Finding::isError)
        .containsExactly(tuple(FindingReason.TAKEN, true));
    assertThat(CodeReview.of("EMILY10", "", List.of(ended), Optional.empty(), NOW))
        .extracting(Finding::reason, Finding::isError)
        .containsExactly(tuple(FindingReason.TAKEN, true));
  }

  @Test
  @Names("CodeFindingReason.TAKEN")
  void a_code_that_its_creator_has_now_is_taken_for_that_time() {
    PromoCode valid = code("one", "EMILY10", Optional.of(EMILY), Optional.of(NOW.plusSeconds(60)));

    assertThat(CodeReview.of("EMILY10", "", List.of(valid), Optional.of("emily"), NOW))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.reason()).isEqualTo(FindingReason.TAKEN);
              assertThat(finding.isError()).isTrue();
              assertThat(finding.message()).contains(NOW.plusSeconds(60).toString());
            });
  }

  @Test
  @Names("CodeFindingReason.CONFUSABLE_WITH")
  void a_code_that_looks_like_an_ended_one_is_only_warned_of() {
    PromoCode ended = code("one", "EMILY0", Optional.of(EMILY), Optional.of(NOW));

    assertThat(CodeReview.of("EMILYO", "", List.of(ended), Optional.empty(), NOW))
        .extracting(Finding::reason, Finding::isError)
        .containsExactly(tuple(FindingReason.CONFUSABLE_WITH, false));
  }

  private static List<Finding> review(String code, String discount, List<PromoCode> alike) {
    return CodeReview.of(code, discount, alike, Optional.empty(), NOW);
  }

  private static PromoCode code(String codeId, String code) {
    return code(codeId, code, Optional.empty(), Optional.empty());
  }

  private static PromoCode code(
      String codeId, String code, Optional<Owner> owner, Optional<Instant> endTime) {
    return new NewPromoCode(
            codeId,
            code,
            CodeKey.of(code),
            "main",
            owner,
            Optional.empty(),
            endTime,
            false,
            CodeEnforcement.SHOP,
            CodeCredit.DEFAULT,
            CodeTerms.NONE)
        .created(Instant.EPOCH);
  }
}
