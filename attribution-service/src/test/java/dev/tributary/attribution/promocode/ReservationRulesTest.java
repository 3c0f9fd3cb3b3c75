package dev.tributary.attribution.promocode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReservationRulesTest {
  private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");
  private static final PersonKey EVA = new PersonKey(new byte[PersonKey.LENGTH]);
  private static final CodeCounters NOTHING = new CodeCounters(Tally.NONE, Tally.NONE, Tally.NONE);

  @Test
  void a_code_without_limits_is_given_however_often_it_is_used() {
    CodeCounters many =
        new CodeCounters(new Tally(1_000, 7), new Tally(90, 3), new Tally(1_000_000, 5));

    assertThat(refusal(CodeLimits.NONE, many, eur(10_000, 1_000), true)).isEmpty();
  }

  @Test
  void what_is_held_and_what_is_used_count_alike_until_the_limit() {
    CodeLimits twenty = limits().usesMax(20).build();

    assertThat(refusal(twenty, uses(10, 9))).isEmpty();
    assertThat(refusal(twenty, uses(10, 10))).contains(ReservationRefusal.LIMIT_TOTAL);
    assertThat(refusal(twenty, uses(20, 0))).contains(ReservationRefusal.LIMIT_TOTAL);
    assertThat(refusal(twenty, uses(25, 0))).contains(ReservationRefusal.LIMIT_TOTAL);
  }

  @Test
  void the_limit_of_a_customer_is_named_before_that_of_all() {
    CodeLimits both = limits().usesMax(20).customerUsesMax(2).build();
    CodeCounters full = new CodeCounters(new Tally(20, 0), new Tally(1, 1), Tally.NONE);

    assertThat(refusal(both, full, eur(10_000, 0), false))
        .contains(ReservationRefusal.LIMIT_CUSTOMER);
    assertThat(refusal(both, uses(19, 0))).isEmpty();
  }

  @Test
  void a_budget_is_given_to_the_last_cent_and_no_further() {
    CodeLimits budget = limits().budget(new Money("EUR", 5_000)).build();
    CodeCounters spent = new CodeCounters(new Tally(3, 1), Tally.NONE, new Tally(3_000, 1_000));

    assertThat(refusal(budget, spent, eur(10_000, 1_000), false)).isEmpty();
    assertThat(refusal(budget, spent, eur(10_000, 1_001), false))
        .contains(ReservationRefusal.LIMIT_BUDGET);
    assertThat(spent.remainderOf(budget).budget()).contains(new Money("EUR", 1_000));
  }

  @Test
  void an_order_has_to_be_worth_the_least_amount_of_its_currency() {
    CodeLimits least =
        limits().minimumAmounts(new Money("EUR", 5_000), new Money("JPY", 800)).build();

    assertThat(refusal(least, NOTHING, eur(5_000, 0), false)).isEmpty();
    assertThat(refusal(least, NOTHING, eur(4_999, 0), false))
        .contains(ReservationRefusal.MINIMUM_AMOUNT);
    assertThat(refusal(least, NOTHING, wish("JPY", 800, 0), false)).isEmpty();
    assertThat(refusal(least, NOTHING, wish("USD", 9_000, 0), false))
        .contains(ReservationRefusal.CURRENCY_MISMATCH);
  }

  @Test
  void a_budget_refuses_orders_in_another_currency_instead_of_converting_them() {
    CodeLimits budget = limits().budget(new Money("EUR", 5_000)).build();

    assertThat(refusal(budget, NOTHING, wish("USD", 100, 1), false))
        .contains(ReservationRefusal.CURRENCY_MISMATCH);
  }

  @Test
  void a_first_order_has_neither_another_order_nor_another_hold_before_it() {
    CodeLimits first = limits().firstOrderOnly().build();
    CodeCounters holding = new CodeCounters(new Tally(0, 1), new Tally(0, 1), Tally.NONE);

    assertThat(refusal(first, NOTHING, eur(1, 0), false)).isEmpty();
    assertThat(refusal(first, NOTHING, eur(1, 0), true))
        .contains(ReservationRefusal.NOT_FIRST_ORDER);
    assertThat(refusal(first, holding, eur(1, 0), false))
        .contains(ReservationRefusal.NOT_FIRST_ORDER);
  }

  @Test
  void a_code_that_is_not_valid_says_so_before_it_counts() {
    CodeLimits one = limits().usesMax(1).build();
    CodeCounters full = uses(1, 0);

    assertThat(refusalOf(code(one, NOW.plusSeconds(1), NOW.plusSeconds(9), false), full))
        .contains(ReservationRefusal.NOT_STARTED);
    assertThat(refusalOf(code(one, NOW.minusSeconds(9), NOW, false), full))
        .contains(ReservationRefusal.ENDED);
    assertThat(refusalOf(code(one, NOW, NOW.plusSeconds(9), true), full))
        .contains(ReservationRefusal.DISABLED);
  }

  @Test
  void what_is_left_is_never_below_nothing() {
    CodeLimits limits = limits().usesMax(3).customerUsesMax(1).build();

    CodeRemainder left =
        new CodeCounters(new Tally(4, 1), new Tally(0, 0), Tally.NONE).remainderOf(limits);

    assertThat(left.uses()).hasValue(0);
    assertThat(left.customerUses()).hasValue(1);
    assertThat(left.budget()).isEmpty();
  }

  private static Optional<ReservationRefusal> refusal(CodeLimits limits, CodeCounters counters) {
    return refusal(limits, counters, eur(10_000, 1_000), false);
  }

  private static Optional<ReservationRefusal> refusal(
      CodeLimits limits, CodeCounters counters, ReservationWish wish, boolean orderedBefore) {
    return ReservationRules.refusal(
        code(limits, NOW.minusSeconds(9), NOW.plusSeconds(9), false),
        counters,
        wish,
        orderedBefore,
        NOW);
  }

  private static Optional<ReservationRefusal> refusalOf(PromoCode code, CodeCounters counters) {
    return ReservationRules.refusal(code, counters, eur(1, 0), false, NOW);
  }

  private static CodeCounters uses(long used, long held) {
    return new CodeCounters(new Tally(used, held), Tally.NONE, Tally.NONE);
  }

  private static ReservationWish eur(long amountMinor, long discountMinor) {
    return wish("EUR", amountMinor, discountMinor);
  }

  private static ReservationWish wish(String currency, long amountMinor, long discountMinor) {
    return new ReservationWish(
        "order-1",
        Optional.of(EVA),
        new Money(currency, amountMinor),
        new Money(currency, discountMinor),
        Duration.ofMinutes(15));
  }

  static PromoCode code(CodeLimits limits, Instant start, Instant end, boolean disabled) {
    return new NewPromoCode(
            "code-1",
            "ANNA10",
            "anna10",
            "main",
            Optional.empty(),
            Optional.of(start),
            Optional.of(end),
            disabled,
            CodeEnforcement.TRIBUTARY,
            CodeCredit.DEFAULT,
            new CodeTerms(limits, Optional.empty()))
        .created(start);
  }

  static LimitsBuilder limits() {
    return new LimitsBuilder();
  }

  /** Limits, none of them unless said. */
  static final class LimitsBuilder {
    private OptionalLong usesMax = OptionalLong.empty();
    private OptionalLong customerUsesMax = OptionalLong.empty();
    private Optional<Money> budget = Optional.empty();
    private boolean firstOrderOnly;
    private List<Money> minimumAmounts = List.of();

    LimitsBuilder usesMax(long count) {
      usesMax = OptionalLong.of(count);
      return this;
    }

    LimitsBuilder customerUsesMax(long count) {
      customerUsesMax = OptionalLong.of(count);
      return this;
    }

    LimitsBuilder budget(Money money) {
      budget = Optional.of(money);
      return this;
    }

    LimitsBuilder firstOrderOnly() {
      firstOrderOnly = true;
      return this;
    }

    LimitsBuilder minimumAmounts(Money... amounts) {
      minimumAmounts = List.of(amounts);
      return this;
    }

    CodeLimits build() {
      return new CodeLimits(usesMax, customerUsesMax, budget, firstOrderOnly, minimumAmounts);
    }
  }
}
