package dev.tributary.attribution.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.touch.Touch;
import dev.tributary.attribution.touch.TouchValidity;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Touches of an order without a winning code: which is the last that counts, and why others do not.
 */
class TouchDecisionTest {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration A_MICROSECOND = Duration.of(1, ChronoUnit.MICROS);
  private static final Duration WINDOW = Duration.ofDays(30);

  private static final LinkMatch ANNAS =
      LinkMatch.byId(Optional.of(AnOrder.link("link-anna", Optional.of(AnOrder.of("anna")))));

  @Test
  @Names("CandidateDecision.NOT_LAST")
  void the_last_touch_of_a_creator_has_it_all() {
    Decision decision =
        AnOrder.placed().touchedBy("anna", Duration.ofDays(3)).touchedBy("bo", A_DAY).decided();

    assertThat(decision.shares())
        .containsExactly(new Share(CreditKey.byLink(AnOrder.of("bo"), "link-bo", "touch-bo"), 1));
    assertThat(decision.candidates())
        .extracting(Candidate::touchId)
        .containsExactly("touch-bo", "touch-anna");
    assertThat(decisions(decision))
        .containsExactly(CandidateDecision.CHOSEN, CandidateDecision.NOT_LAST);
    assertThat(decision.candidates().get(1).message())
        .isEqualTo("touch touch-bo at 2026-03-09T12:00:00Z is later");
  }

  @Test
  void both_ends_of_the_window_are_inside() {
    assertThat(of("t", Duration.ZERO)).isEqualTo(CandidateDecision.CHOSEN);
    assertThat(of("t", WINDOW)).isEqualTo(CandidateDecision.CHOSEN);
    assertThat(of("t", WINDOW.plus(A_MICROSECOND))).isEqualTo(CandidateDecision.OUTSIDE_WINDOW);
    assertThat(of("t", A_MICROSECOND.negated())).isEqualTo(CandidateDecision.AFTER_CONVERSION);
  }

  @Test
  @Names("CandidateDecision.OUTSIDE_WINDOW")
  void a_touch_longer_ago_than_the_window_earns_nothing_and_is_told_by_how_much() {
    Decision decision = AnOrder.placed().touched("t", WINDOW.plus(A_MICROSECOND), ANNAS).decided();

    assertThat(decisions(decision)).containsExactly(CandidateDecision.OUTSIDE_WINDOW);
    assertThat(decision.shares()).containsExactly(new Share(CreditKey.UNATTRIBUTED, 1));
    assertThat(decision.candidates().get(0).message())
        .isEqualTo("30 d 0.000001 s before the conversion, the window is 30 d");
    assertThat(decision.summary())
        .isEqualTo(
            "Nobody is credited: no code was typed; 1 touch, none to be credited (1 longer ago than 30 d).");
  }

  @Test
  @Names("CandidateDecision.AFTER_CONVERSION")
  void a_touch_after_the_order_earns_nothing() {
    Decision decision = AnOrder.placed().touched("t", A_MICROSECOND.negated(), ANNAS).decided();

    assertThat(decisions(decision)).containsExactly(CandidateDecision.AFTER_CONVERSION);
    assertThat(decision.shares()).containsExactly(new Share(CreditKey.UNATTRIBUTED, 1));
  }

  @Test
  @Names("CandidateDecision.NOT_A_PERSON")
  void what_is_no_person_earns_nothing_and_hides_nobody() {
    AnOrder order = AnOrder.placed().touchedBy("bo", A_DAY);
    for (TouchValidity validity :
        List.of(TouchValidity.BOT, TouchValidity.PREVIEW, TouchValidity.INTERNAL)) {
      order.touched(AnOrder.touch(validity.name(), Duration.ofHours(1), validity, false, 1), ANNAS);
    }

    Decision decision = order.decided();

    assertThat(decisions(decision))
        .containsExactlyInAnyOrder(
            CandidateDecision.NOT_A_PERSON,
            CandidateDecision.NOT_A_PERSON,
            CandidateDecision.NOT_A_PERSON,
            CandidateDecision.CHOSEN);
    assertThat(decision.shares().get(0).key().owner()).contains(AnOrder.of("bo"));
  }

  @Test
  @Names("CandidateDecision.TEST")
  void a_test_touch_counts_for_a_test_only() {
    AnOrder order =
        AnOrder.placed().touched(AnOrder.touch("t", A_DAY, TouchValidity.PERSON, true, 1), ANNAS);

    assertThat(decisions(order.decided())).containsExactly(CandidateDecision.TEST);
    assertThat(decisions(order.asTest().decided())).containsExactly(CandidateDecision.CHOSEN);
  }

  @Test
  @Names("CandidateDecision.NOT_A_CREATOR")
  void another_channel_is_passed_over_among_creator_touches() {
    Decision decision =
        AnOrder.placed()
            .touchedBy("bo", A_DAY)
            .touchedByChannel("mail", Duration.ofHours(1))
            .decided();

    assertThat(decisions(decision))
        .containsExactly(CandidateDecision.NOT_A_CREATOR, CandidateDecision.CHOSEN);
  }

  @Test
  @Names("UnattributedReason.OTHER_CHANNEL")
  void another_channel_that_is_last_of_all_channels_leaves_nobody_credited() {
    Decision decision =
        AnOrder.placed()
            .touchedBy("bo", A_DAY)
            .touchedByChannel("mail", Duration.ofHours(1))
            .decided(TouchScope.ALL_CHANNELS);

    assertThat(decision.shares()).containsExactly(new Share(CreditKey.UNATTRIBUTED, 1));
    assertThat(decision.unattributedReason()).contains(UnattributedReason.OTHER_CHANNEL);
    assertThat(decisions(decision))
        .containsExactly(CandidateDecision.NOT_A_CREATOR, CandidateDecision.NOT_LAST);
  }

  @Test
  void a_creator_that_is_last_of_all_channels_has_it_all() {
    Decision decision =
        AnOrder.placed()
            .touchedByChannel("mail", A_DAY)
            .touched("search", Duration.ofHours(2), LinkMatch.byUtm(List.of()))
            .touchedBy("bo", Duration.ofHours(1))
            .decided(TouchScope.ALL_CHANNELS);

    assertThat(decisions(decision))
        .containsExactly(
            CandidateDecision.CHOSEN, CandidateDecision.NOT_LAST, CandidateDecision.NOT_LAST);
  }

  @Test
  @Names("CandidateDecision.LINK_UNRESOLVED")
  void a_link_that_is_not_known_is_passed_over_whatever_the_channels() {
    AnOrder order =
        AnOrder.placed()
            .touchedBy("bo", A_DAY)
            .touched("late", Duration.ofHours(1), LinkMatch.byId(Optional.empty()));

    for (TouchScope scope : TouchScope.values()) {
      assertThat(decisions(order.decided(scope)))
          .containsExactly(CandidateDecision.LINK_UNRESOLVED, CandidateDecision.CHOSEN);
    }
    assertThat(order.decided().candidates().get(0).message())
        .isEqualTo("link link-of-late is not known");
  }

  @Test
  void touches_at_the_same_instant_rank_by_their_ids_whichever_was_recorded_first() {
    Touch first = AnOrder.touch("z", A_DAY, TouchValidity.PERSON, false, 1);
    Touch second = AnOrder.touch("a", A_DAY, TouchValidity.PERSON, false, 2);
    Decision decision = AnOrder.placed().touched(first, ANNAS).touched(second, ANNAS).decided();
    Decision reversed = AnOrder.placed().touched(second, ANNAS).touched(first, ANNAS).decided();

    assertThat(decision.candidates()).extracting(Candidate::touchId).containsExactly("z", "a");
    assertThat(reversed).isEqualTo(decision);
  }

  @Test
  void the_order_in_which_touches_come_changes_nothing() {
    Decision decision = AnOrder.placed().touchedBy("anna", A_DAY).touchedBy("bo", WINDOW).decided();
    Decision reversed = AnOrder.placed().touchedBy("bo", WINDOW).touchedBy("anna", A_DAY).decided();

    assertThat(reversed).isEqualTo(decision);
  }

  @Test
  void a_decision_says_that_it_did_not_see_all_touches() {
    assertThat(AnOrder.placed().withMoreTouches().decided().touchesCut()).isTrue();
  }

  private static CandidateDecision of(String touchId, Duration before) {
    return decisions(AnOrder.placed().touched(touchId, before, ANNAS).decided()).get(0);
  }

  private static List<CandidateDecision> decisions(Decision decision) {
    return decision.candidates().stream().map(Candidate::decision).toList();
  }
}
