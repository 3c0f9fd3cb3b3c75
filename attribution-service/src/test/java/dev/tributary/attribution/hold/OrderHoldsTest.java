package dev.tributary.attribution.hold;

import static dev.tributary.attribution.hold.AHold.NONE;
import static dev.tributary.attribution.hold.AHold.NOW;
import static dev.tributary.attribution.hold.AHold.bought;
import static dev.tributary.attribution.hold.AHold.by;
import static dev.tributary.attribution.hold.AHold.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.conversion.OrderHoldState;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderHoldsTest {
  private static final HoldCommand RIA = by("ria", "b-1");
  private static final HoldCommand TOM = by("tom", "b-2");

  @Test
  void an_order_without_holds_is_free() {
    assertThat(NONE.state()).isEqualTo(OrderHoldState.NONE);
  }

  @Test
  void one_open_hold_keeps_the_order_from_being_paid() {
    OrderHolds holds =
        NONE.placed(said("x"), 1, RIA, NOW)
            .judged(List.of(bought("anna")), 1, NOW)
            .released(hold -> hold.holdNo() == 1, TOM, NOW);

    assertThat(holds.state()).isEqualTo(OrderHoldState.HELD);
    assertThat(holds.released(hold -> true, TOM, NOW).state()).isEqualTo(OrderHoldState.NONE);
  }

  @Test
  void the_same_command_places_one_hold_also_after_its_release() {
    OrderHolds released = NONE.placed(said("x"), 1, RIA, NOW).released(hold -> true, TOM, NOW);

    assertThat(released.placed(said("x"), 1, RIA, NOW)).isEqualTo(released);
    assertThat(released.placed(said("x"), 1, by("ria", "b-3"), NOW).holds()).hasSize(2);
  }

  @Test
  void a_rule_that_holds_already_places_nothing_more() {
    OrderHolds held = NONE.judged(List.of(bought("anna")), 1, NOW);

    assertThat(held.judged(List.of(bought("anna")), 2, NOW.plusSeconds(9))).isEqualTo(held);
    assertThat(held.holds().get(0).ruleVersion()).isEqualTo(1);
  }

  @Test
  void a_rule_releases_its_own_hold_when_the_reason_is_gone() {
    OrderHolds holds = NONE.judged(List.of(bought("anna")), 1, NOW).judged(List.of(), 1, NOW);

    assertThat(holds.state()).isEqualTo(OrderHoldState.NONE);
    Hold hold = holds.holds().get(0);
    assertThat(hold.state()).isEqualTo(HoldState.RELEASED);
    assertThat(hold.resolved().orElseThrow().command().isPersons()).isFalse();
    assertThat(hold.resolved().orElseThrow().command().reason()).isNotEmpty();
  }

  @Test
  void a_reason_that_comes_back_holds_again_unless_a_person_has_seen_it() {
    OrderHolds gone = NONE.judged(List.of(bought("anna")), 1, NOW).judged(List.of(), 1, NOW);
    OrderHolds seen = NONE.judged(List.of(bought("anna")), 1, NOW).released(hold -> true, RIA, NOW);

    assertThat(gone.judged(List.of(bought("anna")), 1, NOW).state()).isEqualTo(OrderHoldState.HELD);
    assertThat(seen.judged(List.of(bought("anna")), 2, NOW)).isEqualTo(seen);
    assertThat(seen.judged(List.of(bought("bo")), 1, NOW).state()).isEqualTo(OrderHoldState.HELD);
  }

  @Test
  void no_rule_releases_what_a_person_placed() {
    OrderHolds held = NONE.placed(said("x"), 1, RIA, NOW);

    assertThat(held.judged(List.of(), 1, NOW)).isEqualTo(held);
  }

  @Test
  void rejecting_one_hold_rejects_all_and_stays_whatever_comes() {
    OrderHolds rejected =
        NONE.placed(said("x"), 1, RIA, NOW)
            .judged(List.of(bought("anna")), 1, NOW)
            .rejected(hold -> hold.holdNo() == 2, TOM, NOW);

    assertThat(rejected.state()).isEqualTo(OrderHoldState.REJECTED);
    assertThat(rejected.holds()).extracting(Hold::state).containsOnly(HoldState.REJECTED);
    assertThat(rejected.judged(List.of(), 1, NOW)).isEqualTo(rejected);
    assertThat(rejected.released(hold -> true, TOM, NOW)).isEqualTo(rejected);
    assertThat(rejected.placed(said("y"), 1, by("ria", "b-9"), NOW)).isEqualTo(rejected);
  }

  @Test
  void what_is_not_held_cannot_be_rejected() {
    OrderHolds released = NONE.placed(said("x"), 1, RIA, NOW).released(hold -> true, TOM, NOW);

    assertThat(released.rejected(hold -> true, TOM, NOW)).isEqualTo(released);
  }

  @Test
  void a_rejection_that_is_taken_back_leaves_the_order_free() {
    OrderHolds rejected = NONE.placed(said("x"), 1, RIA, NOW).rejected(hold -> true, TOM, NOW);
    OrderHolds restored = rejected.restored(hold -> true, by("ria", "b-4"), NOW);

    assertThat(restored.state()).isEqualTo(OrderHoldState.NONE);
    assertThat(restored.changedSince(rejected)).hasSize(1);
    assertThat(restored.restored(hold -> true, by("ria", "b-5"), NOW)).isEqualTo(restored);
  }
}
