package dev.tributary.attribution.promocode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.promocode.Reservation.State;
import dev.tributary.runtime.money.Money;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UseStepTest {
  @ParameterizedTest(name = "{3}")
  @CsvSource(
      textBlock =
          """
          # order,  reservation, code,    why,                                                  step
          stands,   ,            typed,   an order without a hold takes a free use,             JUDGE
          stands,   ,            absent,  a code that nobody typed or reserved is not used,     NONE
          stands,   HELD,        typed,   a hold becomes a use,                                 CONFIRM
          stands,   HELD,        absent,  what was reserved for the order is used by it,        CONFIRM
          stands,   USED,        typed,   a use is counted once,                                NONE
          stands,   OVER_LIMIT,  typed,   what is over the limit stays so,                      NONE
          stands,   EXPIRED,     typed,   a hold that came too late is judged anew,             JUDGE
          stands,   EXPIRED,     absent,  an expired hold of a code that was not typed is over, NONE
          stands,   RELEASED,    typed,   what was given back is judged anew,                   JUDGE
          stands,   RELEASED,    absent,  a released hold of a code not typed is over,          NONE
          failed,   ,            typed,   a failed order uses nothing,                          NONE
          failed,   HELD,        typed,   a hold beside a failed order stays until its time,    NONE
          failed,   USED,        typed,   a failed order gives its use back,                    GIVE_BACK
          failed,   USED,        absent,  also one that it reserved and did not type,           GIVE_BACK
          failed,   OVER_LIMIT,  typed,   a failed order is over no limit,                      GIVE_BACK
          failed,   EXPIRED,     typed,   an expired hold stays expired,                        NONE
          failed,   RELEASED,    typed,   what is given back is given back once,                NONE
          """)
  void what_is_due_follows_from_order_reservation_and_code(
      String order, State state, String code, String why, UseStep step) {
    Optional<Reservation> reserved = Optional.ofNullable(state).map(UseStepTest::reservation);

    assertThat(UseStep.of(order.equals("stands"), reserved, code.equals("typed")))
        .as(why)
        .isEqualTo(step);
  }

  private static Reservation reservation(State state) {
    Money money = new Money("EUR", 100);
    return new Reservation(
        "code-1",
        "order-1",
        Optional.empty(),
        state,
        money,
        money,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        1);
  }
}
