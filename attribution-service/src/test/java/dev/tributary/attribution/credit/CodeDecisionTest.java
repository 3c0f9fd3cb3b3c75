package dev.tributary.attribution.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Codes of an order: which of them earns credit, and what the others are told. */
class CodeDecisionTest {
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final Instant BEFORE = AnOrder.TIME.minusSeconds(1);
  private static final Instant AFTER = AnOrder.TIME.plusSeconds(1);

  @Test
  @Names({"CandidateDecision.CHOSEN", "CandidateDecision.CODE_WINS"})
  void a_valid_code_wins_over_every_touch() {
    Decision decision =
        AnOrder.placed()
            .withCodeOf("anna")
            .touchedBy("bo", AN_HOUR)
            .touchedBy("cem", AN_HOUR)
            .decided();

    assertThat(decision.shares())
        .containsExactly(new Share(CreditKey.byCode(AnOrder.of("anna"), "id-ANNA"), 1));
    assertThat(decision.unattributedReason()).isEmpty();
    assertThat(decisions(decision))
        .containsExactly(
            CandidateDecision.CHOSEN, CandidateDecision.CODE_WINS, CandidateDecision.CODE_WINS);
    assertThat(decision.summary()).isEqualTo("Code ANNA of creator anna wins over 2 touches.");
  }

  @Test
  void a_touch_that_could_not_be_credited_anyway_keeps_its_own_reason() {
    Decision decision =
        AnOrder.placed().withCodeOf("anna").touchedBy("bo", Duration.ofDays(31)).decided();

    assertThat(decisions(decision))
        .containsExactly(CandidateDecision.CHOSEN, CandidateDecision.OUTSIDE_WINDOW);
    assertThat(decision.summary()).isEqualTo("Code ANNA of creator anna wins.");
  }

  @Test
  void codes_that_all_tell_their_discount_share_by_it() {
    Decision decision = AnOrder.placed().withCodeOf("anna", 1000).withCodeOf("bo", 500).decided();

    assertThat(decision.shares())
        .containsExactly(
            new Share(CreditKey.byCode(AnOrder.of("anna"), "id-ANNA"), 1000),
            new Share(CreditKey.byCode(AnOrder.of("bo"), "id-BO"), 500));
    assertThat(decision.candidates().get(1).message())
        .isEqualTo(
            "valid, of creator bo: credited in proportion to its discount, 5.00 EUR of 15.00 EUR");
    assertThat(decision.summary())
        .isEqualTo(
            "Codes ANNA of creator anna and BO of creator bo win and share by their discounts.");
  }

  @Test
  @Names("CandidateDecision.CODE_NOT_FIRST")
  void one_code_without_discount_leaves_all_to_the_first_entered() {
    Decision decision =
        AnOrder.placed().withCodeOf("bo").withCodeOf("anna", 1000).withCodeOf("cem", 100).decided();

    assertThat(decision.shares())
        .containsExactly(new Share(CreditKey.byCode(AnOrder.of("bo"), "id-BO"), 1));
    assertThat(decisions(decision))
        .containsExactly(
            CandidateDecision.CHOSEN,
            CandidateDecision.CODE_NOT_FIRST,
            CandidateDecision.CODE_NOT_FIRST);
  }

  @Test
  void a_discount_of_zero_is_none_to_share_by() {
    Decision decision = AnOrder.placed().withCodeOf("anna", 0).withCodeOf("bo", 500).decided();

    assertThat(decision.shares())
        .extracting(Share::key)
        .extracting(CreditKey::codeId)
        .containsExactly("id-ANNA");
  }

  @Test
  void codes_that_earn_nothing_have_no_say_in_the_sharing() {
    Decision decision =
        AnOrder.placed()
            .withUnknownCode("TYPO")
            .withCodeOf("anna", 300)
            .withShopCode("WELCOME")
            .withCodeOf("bo", 100)
            .decided();

    assertThat(decision.shares()).extracting(Share::weight).containsExactly(300L, 100L);
    assertThat(decisions(decision))
        .containsExactly(
            CandidateDecision.CODE_UNKNOWN,
            CandidateDecision.CHOSEN,
            CandidateDecision.CODE_UNOWNED,
            CandidateDecision.CHOSEN);
  }

  @Test
  @Names("CandidateDecision.CODE_UNOWNED")
  void a_code_that_nobody_owns_takes_no_credit_from_a_link() {
    Decision decision = AnOrder.placed().withShopCode("WELCOME").touchedBy("bo", AN_HOUR).decided();

    assertThat(decision.shares())
        .containsExactly(new Share(CreditKey.byLink(AnOrder.of("bo"), "link-bo", "touch-bo"), 1));
    assertThat(decisions(decision))
        .containsExactly(CandidateDecision.CODE_UNOWNED, CandidateDecision.CHOSEN);
    assertThat(decision.summary())
        .isEqualTo(
            "Code WELCOME belongs to nobody; the last touch of a creator is on link link-bo of"
                + " creator bo, 1 h before the conversion (window: 30 d).");
  }

  @Test
  @Names("CandidateDecision.CODE_UNKNOWN")
  void a_code_that_does_not_exist_earns_nothing() {
    Decision decision = AnOrder.placed().withUnknownCode("TYPO").decided();

    assertThat(decisions(decision)).containsExactly(CandidateDecision.CODE_UNKNOWN);
    assertThat(decision.shares()).containsExactly(new Share(CreditKey.UNATTRIBUTED, 1));
  }

  @Test
  @Names("CandidateDecision.CODE_NOT_STARTED")
  void a_code_earns_nothing_before_its_start() {
    assertThat(only(validFrom(AnOrder.TIME))).isEqualTo(CandidateDecision.CHOSEN);
    assertThat(only(validFrom(AFTER))).isEqualTo(CandidateDecision.CODE_NOT_STARTED);
  }

  @Test
  @Names("CandidateDecision.CODE_ENDED")
  void a_code_that_has_ended_earns_nothing() {
    assertThat(only(validUntil(AFTER))).isEqualTo(CandidateDecision.CHOSEN);
    assertThat(only(validUntil(AnOrder.TIME))).isEqualTo(CandidateDecision.CODE_ENDED);
  }

  @Test
  @Names("CandidateDecision.CODE_DISABLED")
  void a_code_that_was_switched_off_before_the_order_earns_nothing() {
    assertThat(only(offSince(AFTER))).isEqualTo(CandidateDecision.CHOSEN);
    assertThat(only(offSince(BEFORE))).isEqualTo(CandidateDecision.CODE_DISABLED);
  }

  private static AnOrder validFrom(Instant start) {
    return AnOrder.placed().withCodeOf("a", Optional.of(start), Optional.empty(), Optional.empty());
  }

  private static AnOrder validUntil(Instant end) {
    return AnOrder.placed().withCodeOf("a", Optional.empty(), Optional.of(end), Optional.empty());
  }

  private static AnOrder offSince(Instant time) {
    return AnOrder.placed().withCodeOf("a", Optional.empty(), Optional.empty(), Optional.of(time));
  }

  private static CandidateDecision only(AnOrder order) {
    List<Candidate> candidates = order.decided().candidates();
    assertThat(candidates).hasSize(1);
    return candidates.get(0).decision();
  }

  private static List<CandidateDecision> decisions(Decision decision) {
    return decision.candidates().stream().map(Candidate::decision).toList();
  }
}
