package dev.tributary.attribution.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why nobody is credited, each reason once and where several apply. */
class UnattributedReasonTest {
  private static final Duration TOO_LONG_AGO = Duration.ofDays(31);

  @Test
  @Names("UnattributedReason.NO_TOUCH")
  void without_code_and_touch_there_is_no_touch() {
    Decision decision = AnOrder.placed().decided();

    assertThat(reason(AnOrder.placed())).isEqualTo(UnattributedReason.NO_TOUCH);
    assertThat(decision.shares()).containsExactly(new Share(CreditKey.UNATTRIBUTED, 1));
    assertThat(decision.summary())
        .isEqualTo("Nobody is credited: no code was typed; no touch of this person is known.");
  }

  @Test
  @Names("UnattributedReason.NO_ELIGIBLE_TOUCH")
  void without_code_and_with_refused_touches_there_is_no_eligible_touch() {
    AnOrder order =
        AnOrder.placed()
            .touchedBy("anna", TOO_LONG_AGO)
            .touchedBy("bo", TOO_LONG_AGO)
            .touchedByChannel("mail", Duration.ofDays(1));

    assertThat(reason(order)).isEqualTo(UnattributedReason.NO_ELIGIBLE_TOUCH);
    assertThat(order.decided().summary())
        .isEqualTo(
            "Nobody is credited: no code was typed; 3 touches, none to be credited"
                + " (1 of no creator, 2 longer ago than 30 d).");
  }

  @Test
  @Names("UnattributedReason.CODE_UNKNOWN")
  void an_unknown_code_is_the_reason_whatever_else_was_typed() {
    AnOrder order =
        AnOrder.placed()
            .withShopCode("WELCOME")
            .withUnknownCode("TYPO")
            .withCodeOf("anna", Optional.empty(), Optional.of(AnOrder.TIME), Optional.empty())
            .touchedBy("bo", TOO_LONG_AGO);

    assertThat(reason(order)).isEqualTo(UnattributedReason.CODE_UNKNOWN);
    assertThat(order.decided().summary())
        .isEqualTo(
            "Nobody is credited: code WELCOME belongs to nobody; code TYPO does not exist; code"
                + " anna had ended; 1 touch, none to be credited (1 longer ago than 30 d).");
  }

  @Test
  @Names("UnattributedReason.CODE_INVALID")
  void an_invalid_code_is_the_reason_even_beside_one_that_nobody_owns() {
    AnOrder order =
        AnOrder.placed()
            .withShopCode("WELCOME")
            .withCodeOf("anna", Optional.empty(), Optional.of(AnOrder.TIME), Optional.empty());

    assertThat(reason(order)).isEqualTo(UnattributedReason.CODE_INVALID);
  }

  @Test
  @Names("UnattributedReason.CODE_UNOWNED")
  void codes_that_nobody_owns_are_the_reason_when_there_are_no_others() {
    assertThat(reason(AnOrder.placed().withShopCode("WELCOME").withShopCode("BIRTHDAY")))
        .isEqualTo(UnattributedReason.CODE_UNOWNED);
  }

  @Test
  void a_code_is_the_reason_even_when_another_channel_came_last() {
    AnOrder order =
        AnOrder.placed().withUnknownCode("TYPO").touchedByChannel("mail", Duration.ofDays(1));

    assertThat(order.decided(TouchScope.ALL_CHANNELS).unattributedReason())
        .contains(UnattributedReason.CODE_UNKNOWN);
  }

  @Test
  void there_is_no_reason_when_somebody_is_credited() {
    AnOrder order = AnOrder.placed().withUnknownCode("TYPO").touchedBy("anna", Duration.ofDays(1));

    assertThat(order.decided().unattributedReason()).isEmpty();
  }

  private static UnattributedReason reason(AnOrder order) {
    return order.decided().unattributedReason().orElseThrow();
  }
}
