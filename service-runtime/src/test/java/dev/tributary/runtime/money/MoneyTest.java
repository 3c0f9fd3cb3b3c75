package dev.tributary.runtime.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class MoneyTest {
  private static final Money PRICE = new Money("EUR", 1234);

  @Test
  void amounts_of_one_currency_are_added_and_subtracted() {
    assertThat(PRICE.plus(new Money("EUR", -234))).isEqualTo(new Money("EUR", 1000));
    assertThat(PRICE.minus(PRICE)).isEqualTo(Money.zero("EUR"));
    assertThat(PRICE.negate().plus(PRICE).isZero()).isTrue();
  }

  @Test
  void amounts_of_two_currencies_are_never_added() {
    assertThatThrownBy(() -> PRICE.plus(new Money("USD", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("currency: USD (expected: EUR)");
  }

  @Test
  void a_sum_that_does_not_fit_is_refused_instead_of_wrapped() {
    assertThatThrownBy(() -> PRICE.plus(new Money("EUR", Long.MAX_VALUE)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void an_amount_is_shown_with_its_currency() {
    assertThat(PRICE).hasToString("12.34 EUR");
    assertThat(new Money("JPY", -500)).hasToString("-500 JPY");
  }

  @Test
  void an_amount_travels_as_a_message_and_back() throws Rejected {
    assertThat(MoneyProtos.fromProto("fee", MoneyProtos.toProto(PRICE))).isEqualTo(PRICE);
  }

  @Test
  void a_message_without_a_known_currency_is_rejected_by_its_path() {
    var message =
        dev.tributary.type.v1.Money.newBuilder().setCurrencyCode("ZZZ").setMinorUnits(1).build();
    Rejected rejected =
        Assertions.catchThrowableOfType(
            Rejected.class, () -> MoneyProtos.fromProto("fee", message));
    assertThat(rejected.reason()).isEqualTo(ErrorReason.ERROR_REASON_CURRENCY_UNKNOWN);
    assertThat(rejected.field()).isEqualTo("fee.currency_code");
  }
}
