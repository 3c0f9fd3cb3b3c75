package dev.tributary.attribution.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.promocode.CodeCredit;
import dev.tributary.attribution.promocode.CodeCreditPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code of anna and touches of anna, bo and a channel, newest first, under each policy. */
class CodeAgainstLinkTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CODE_WINS        | -         | anna by code 1           | CHOSEN
          CODE_WINS        | bo        | anna by code 1           | CHOSEN
          CODE_WINS        | anna bo   | anna by code 1           | CHOSEN
          LINK_WINS        | -         | anna by code 1           | CHOSEN
          LINK_WINS        | bo        | bo by link 1             | LINK_WINS
          LINK_WINS        | anna bo   | anna by link 1           | LINK_WINS
          LINK_WINS        | channel   | anna by code 1           | CHOSEN
          CODE_IF_INVOLVED | -         | nobody 1                 | CODE_NOT_INVOLVED
          CODE_IF_INVOLVED | bo        | bo by link 1             | CODE_NOT_INVOLVED
          CODE_IF_INVOLVED | bo anna   | anna by code 1           | CHOSEN
          CODE_IF_INVOLVED | anna bo   | anna by code 1           | CHOSEN
          CODE_IF_INVOLVED | channel   | nobody 1                 | CODE_NOT_INVOLVED
          CODE_IF_LAST     | -         | nobody 1                 | CODE_NOT_LAST
          CODE_IF_LAST     | bo        | bo by link 1             | CODE_NOT_LAST
          CODE_IF_LAST     | bo anna   | bo by link 1             | CODE_NOT_LAST
          CODE_IF_LAST     | anna bo   | anna by code 1           | CHOSEN
          SPLIT            | -         | anna by code 1           | CHOSEN
          SPLIT            | bo        | anna by code 6000, bo by link 4000 | CHOSEN
          SPLIT            | bo anna   | anna by code 6000, bo by link 4000 | CHOSEN
          SPLIT            | anna bo   | anna by code 1           | CHOSEN
          SPLIT            | channel   | anna by code 1           | CHOSEN
          """)
  void a_code_ranks_against_touches_as_its_policy_says(
      CodeCreditPolicy policy, String touches, String credited, CandidateDecision ofCode) {
    Decision decision = byPolicy(policy, touches);

    assertThat(credited(decision)).isEqualTo(credited);
    assertThat(decision.candidates().get(0).decision()).isEqualTo(ofCode);
  }

  @Test
  @Names("CandidateDecision.LINK_WINS")
  void a_code_that_lets_links_win_earns_nothing_beside_a_creators_touch() {
    Decision decision = byPolicy(CodeCreditPolicy.LINK_WINS, "bo");

    assertThat(decision.candidates().get(0).decision()).isEqualTo(CandidateDecision.LINK_WINS);
    assertThat(credited(decision)).isEqualTo("bo by link 1");
  }

  @Test
  @Names("CandidateDecision.CODE_NOT_INVOLVED")
  void a_code_that_wants_its_creator_involved_earns_nothing_without_a_touch_of_that_creator() {
    Decision decision = byPolicy(CodeCreditPolicy.CODE_IF_INVOLVED, "bo");

    assertThat(decision.candidates().get(0).decision())
        .isEqualTo(CandidateDecision.CODE_NOT_INVOLVED);
    assertThat(credited(decision)).isEqualTo("bo by link 1");
  }

  @Test
  @Names("CandidateDecision.CODE_NOT_LAST")
  void a_code_that_wants_its_creator_last_earns_nothing_when_another_touch_is_later() {
    Decision decision = byPolicy(CodeCreditPolicy.CODE_IF_LAST, "bo anna");

    assertThat(decision.candidates().get(0).decision()).isEqualTo(CandidateDecision.CODE_NOT_LAST);
    assertThat(credited(decision)).isEqualTo("bo by link 1");
  }

  @Test
  void a_code_without_credit_by_its_policy_leaves_it_to_the_next_valid_one() {
    Decision decision =
        AnOrder.placed()
            .withCodeOf("anna", credit(CodeCreditPolicy.LINK_WINS), OptionalLong.of(300))
            .withCodeOf("cem", CodeCredit.DEFAULT, OptionalLong.of(100))
            .touchedBy("bo", Duration.ofHours(1))
            .decided();

    assertThat(credited(decision)).isEqualTo("cem by code 1");
  }

  @Test
  void codes_that_share_by_discount_leave_their_parts_to_the_touch() {
    Decision decision =
        AnOrder.placed()
            .withCodeOf("anna", credit(CodeCreditPolicy.SPLIT), OptionalLong.of(300))
            .withCodeOf("cem", CodeCredit.DEFAULT, OptionalLong.of(100))
            .touchedBy("bo", Duration.ofHours(1))
            .decided();

    assertThat(credited(decision))
        .isEqualTo("anna by code 1800000, cem by code 1000000, bo by link 1200000");
    assertThat(decision.summary())
        .isEqualTo(
            "Codes ANNA of creator anna and CEM of creator cem leave a part to the touches: the"
                + " last touch of a creator is on link link-bo of creator bo, 1 h before the"
                + " conversion (window: 30 d).");
  }

  @Test
  void a_creator_on_both_sides_has_one_credit() {
    Decision decision =
        AnOrder.placed()
            .withCodeOf("anna", credit(CodeCreditPolicy.SPLIT), OptionalLong.of(100))
            .withCodeOf("bo", CodeCredit.DEFAULT, OptionalLong.of(100))
            .touchedBy("bo", Duration.ofHours(1))
            .decided();

    assertThat(credited(decision)).isEqualTo("anna by code 600000, bo by code 1400000");
  }

  @Test
  void no_discount_is_too_large_to_share_by() {
    Decision decision =
        AnOrder.placed()
            .withCodeOf(
                "anna", credit(CodeCreditPolicy.SPLIT), OptionalLong.of(1_000_000_000_000_000L))
            .withCodeOf("cem", CodeCredit.DEFAULT, OptionalLong.of(1))
            .touchedBy("bo", Duration.ofHours(1))
            .decided();

    assertThat(decision.shares()).allMatch(share -> share.weight() > 0).hasSize(3);
  }

  @Test
  @Names("UnattributedReason.CODE_NOT_ENTITLED")
  void a_code_that_nobody_is_credited_by_is_named() {
    Decision decision =
        AnOrder.placed()
            .withCodeOf("anna", credit(CodeCreditPolicy.CODE_IF_INVOLVED), OptionalLong.empty())
            .decided();

    assertThat(decision.unattributedReason()).contains(UnattributedReason.CODE_NOT_ENTITLED);
    assertThat(decision.summary())
        .isEqualTo(
            "Nobody is credited: code ANNA counts only beside a touch of its creator; no touch of"
                + " this person is known.");
  }

  @Test
  void a_late_touch_decides_as_if_it_had_come_in_time() {
    for (CodeCreditPolicy policy : CodeCreditPolicy.values()) {
      for (String touches : List.of("-", "bo", "bo anna", "anna bo", "channel")) {
        AnOrder order = AnOrder.placed().withCodeOf("anna", credit(policy), OptionalLong.empty());
        Decision early = order.decided();
        Decision atOnce = touched(order, touches).decided();

        assertThat(order.decidedAgain(early)).as("%s, %s", policy, touches).isEqualTo(atOnce);
        List<Candidate> codes = early.candidates().subList(0, 1);
        assertThat(Decision.dependsOnTouches(codes))
            .isEqualTo(policy != CodeCreditPolicy.CODE_WINS);
      }
    }
  }

  /** An order with anna's code under the policy, and touches. */
  private static Decision byPolicy(CodeCreditPolicy policy, String touches) {
    return touched(
            AnOrder.placed().withCodeOf("anna", credit(policy), OptionalLong.empty()), touches)
        .decided();
  }

  private static CodeCredit credit(CodeCreditPolicy policy) {
    return new CodeCredit(policy, policy == CodeCreditPolicy.SPLIT ? 6_000 : 0);
  }

  private static AnOrder touched(AnOrder order, String touches) {
    int hours = 0;
    for (String who : touches.split(" ", -1)) {
      hours++;
      if (who.equals("channel")) {
        order.touchedByChannel(who, Duration.ofHours(hours));
      } else if (!who.equals("-")) {
        order.touchedBy(who, Duration.ofHours(hours));
      }
    }
    return order;
  }

  private static String credited(Decision decision) {
    return decision.shares().stream()
        .map(
            share ->
                "%s %d"
                    .formatted(
                        share.key().owner().isEmpty()
                            ? "nobody"
                            : share.key().owner().get().creatorId()
                                + " by "
                                + share.key().source().name().toLowerCase(Locale.ROOT),
                        share.weight()))
        .collect(Collectors.joining(", "));
  }
}
