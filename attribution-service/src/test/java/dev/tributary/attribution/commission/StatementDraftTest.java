package dev.tributary.attribution.commission;

import static dev.tributary.attribution.commission.GivenTerms.MARCH;
import static dev.tributary.attribution.commission.GivenTerms.account;
import static dev.tributary.attribution.commission.GivenTerms.eur;
import static dev.tributary.attribution.commission.GivenTerms.inCurrency;
import static dev.tributary.attribution.commission.GivenTerms.monthly;
import static dev.tributary.attribution.commission.GivenTerms.once;
import static dev.tributary.attribution.commission.GivenTerms.sale;
import static dev.tributary.attribution.commission.GivenTerms.standing;
import static dev.tributary.attribution.commission.GivenTerms.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.runtime.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a statement takes, and what stays open. */
class StatementDraftTest {
  private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
  private static final Instant NOW = APRIL.plusSeconds(60);

  @Test
  void a_statement_adds_up() {
    StatementDraft statement =
        only(
            account(
                terms().with(monthly("retainer", 500)).from(MARCH).only(),
                sale("a", 1, 10_000, 0),
                sale("b", 2, 5_000, 2_000)));

    assertThat(statement.totals())
        .isEqualTo(new Totals(15_000, 2_000, 1_300, 0, 500, 0, 0, 0, 1_800));
    assertThat(statement.totals().netMinor()).isEqualTo(13_000);
  }

  @Test
  @Names("CommissionState.PENDING")
  void a_commission_is_pending_until_its_holding_period_is_over() {
    TermsHistory terms = terms().holding(14, HoldingStart.CONVERSION).only();
    Sale sale = sale("a", NOW.minus(Duration.ofDays(14)), 1_000, 0);
    Sale later = sale("b", NOW.minus(Duration.ofDays(14)).plusNanos(1_000), 1_000, 0);

    assertThat(states(account(terms, sale, later)))
        .containsExactly(LineState.APPROVED, LineState.PENDING);
    assertThat(only(account(terms, sale, later)).totals().payableMinor()).isEqualTo(100);
  }

  @Test
  void the_holding_period_may_count_from_the_last_posting() {
    TermsHistory terms = terms().holding(14, HoldingStart.LAST_POSTING).only();
    Sale old = sale("a", 1, 1_000, 0);
    Sale refundedLately =
        new Sale(
            old.key(),
            old.time(),
            old.rateTime(),
            "EUR",
            1,
            1_000,
            100,
            1_000_000,
            1_000_000,
            NOW.minusSeconds(1),
            Sale.Standing.CLEAR);

    assertThat(states(account(terms, old))).containsExactly(LineState.APPROVED);
    assertThat(states(account(terms, refundedLately))).containsExactly(LineState.PENDING);
  }

  @Test
  void a_commission_is_pending_until_the_payment_is_captured() {
    assertThat(states(account(terms().only(), standing(sale("a", 1, 9, 0), Sale.Standing.UNPAID))))
        .containsExactly(LineState.PENDING);
  }

  @Test
  @Names("CommissionState.HELD")
  void a_held_order_is_shown_with_its_amount_and_stays_out() {
    Account account = account(terms().only(), standing(sale("a", 1, 1_000, 0), Sale.Standing.HELD));

    assertThat(open(account))
        .extracting(Line::state, Line::amountMinor)
        .containsExactly(tuple(LineState.HELD, 100L));
    assertThat(drafts(account)).isEmpty();
  }

  @Test
  @Names("CommissionState.REJECTED")
  void a_rejected_order_earns_nothing() {
    Account account = account(terms().only(), standing(sale("a", 1, 0, 0), Sale.Standing.REJECTED));

    assertThat(states(account)).containsExactly(LineState.REJECTED);
    assertThat(drafts(account)).isEmpty();
  }

  @Test
  void a_late_refund_of_a_paid_order_is_taken_back_in_the_next_statement() {
    Sale refunded = sale("a", MARCH.minus(Duration.ofDays(20)), 1_000, 400);
    Account account =
        after(refunded, new Taken(refunded.key(), 1, 1, Placement.START, 1_000, 0, 100));

    StatementDraft statement = only(account);

    assertThat(statement.lines())
        .extracting(Line::key, Line::refundedMinor, Line::amountMinor, Line::adjusts)
        .containsExactly(tuple(Optional.of(refunded.key()), 400L, -40L, true));
    assertThat(statement.totals()).isEqualTo(new Totals(0, 400, 0, -40, 0, 0, 0, -40, 0));
  }

  @Test
  void taking_back_never_waits_for_a_holding_period() {
    Sale refunded = sale("a", NOW.minusSeconds(5), 1_000, 400);
    Account account =
        new Account(
            terms().holding(30, HoldingStart.LAST_POSTING).only(),
            List.of(refunded),
            Map.of(refunded.key(), new Taken(refunded.key(), 1, 1, Placement.START, 1_000, 0, 100)),
            Set.of(),
            Map.of());

    assertThat(states(account)).containsExactly(LineState.APPROVED);
  }

  @Test
  void what_is_taken_already_is_no_line() {
    Sale sale = sale("a", 1, 1_000, 0);

    assertThat(open(after(sale, new Taken(sale.key(), 1, 1, Placement.START, 1_000, 0, 100))))
        .isEmpty();
  }

  @Test
  void less_than_the_minimum_is_carried_over_and_paid_when_it_is_reached() {
    TermsHistory terms = terms().payingFrom(500).only();

    Totals below = only(account(terms, sale("a", 1, 4_990, 0))).totals();
    assertThat(below).isEqualTo(new Totals(4_990, 0, 499, 0, 0, 0, 0, 499, 0));

    Account next =
        new Account(terms, List.of(sale("b", 2, 10, 0)), Map.of(), Set.of(), Map.of("EUR", 499L));
    assertThat(only(next).totals()).isEqualTo(new Totals(10, 0, 1, 0, 0, 0, 499, 0, 500));
  }

  @Test
  void a_debt_is_carried_over_until_it_is_earned_off() {
    Account debtor =
        new Account(
            terms().only(), List.of(sale("b", 2, 300, 0)), Map.of(), Set.of(), Map.of("EUR", -40L));

    assertThat(only(debtor).totals()).isEqualTo(new Totals(300, 0, 30, 0, 0, 0, -40, -10, 0));
  }

  @Test
  void what_was_carried_over_makes_a_statement_of_its_own() {
    Account idle =
        new Account(terms().only(), List.of(), Map.of(), Set.of(), Map.of("EUR", -40L, "USD", 0L));

    assertThat(drafts(idle)).extracting(StatementDraft::currency).containsExactly("EUR");
  }

  @Test
  void every_currency_has_a_statement_of_its_own() {
    Account account =
        account(terms().only(), sale("a", 1, 1_000, 0), inCurrency(sale("b", 2, 2_000, 0), "USD"));

    assertThat(drafts(account))
        .extracting(StatementDraft::currency, draft -> draft.totals().payableMinor())
        .containsExactly(tuple("EUR", 100L), tuple("USD", 200L));
  }

  @Test
  void a_bonus_is_earned_once_when_enough_was_sold_and_approved() {
    Bonus bonus = new Bonus("b", new Money("EUR", 5_000), Optional.of(new Money("EUR", 10_000)), 0);
    TermsHistory terms = terms().with(bonus).only();
    Sale sale = sale("a", 1, 10_000, 0);

    assertThat(only(account(terms, sale)).totals().bonusesMinor()).isEqualTo(5_000);
    assertThat(only(account(terms, sale("a", 1, 9_999, 0))).totals().bonusesMinor()).isZero();
    assertThat(drafts(account(terms, standing(sale, Sale.Standing.HELD)))).isEmpty();
    assertThat(open(new Account(terms, List.of(sale), Map.of(), Set.of("b"), Map.of())))
        .extracting(Line::kind)
        .containsExactly(LineKind.SALE);
  }

  @Test
  void a_bonus_may_want_conversions() {
    Bonus bonus = new Bonus("b", new Money("EUR", 5_000), Optional.empty(), 2_000_000);
    TermsHistory terms = terms().with(bonus).only();

    assertThat(only(account(terms, sale("a", 1, 1, 0), sale("b", 2, 1, 0))).totals().bonusesMinor())
        .isEqualTo(5_000);
    assertThat(only(account(terms, sale("a", 1, 5, 0))).totals().bonusesMinor()).isZero();
  }

  @Test
  void a_fee_is_taken_once() {
    TermsHistory terms = terms().with(once("signing", 700, MARCH)).only();

    assertThat(only(account(terms)).totals().feesMinor()).isEqualTo(700);
    assertThat(drafts(new Account(terms, List.of(), Map.of(), Set.of("signing"), Map.of())))
        .isEmpty();
  }

  @Test
  void the_minimum_of_one_currency_says_nothing_about_another() {
    Account account =
        account(terms().payingFrom(500).only(), inCurrency(sale("a", 1, 100, 0), "USD"));

    assertThat(only(account).totals().payableMinor()).isEqualTo(10);
    assertThat(eur(500).in("USD")).isEmpty();
  }

  private static Account after(Sale sale, Taken taken) {
    Map<ConversionKey, Taken> all = Map.of(sale.key(), taken);
    return new Account(terms().only(), List.of(sale), all, Set.of(), Map.of());
  }

  private static List<Line> open(Account account) {
    return OpenLines.of(account, APRIL, NOW).values().stream().flatMap(List::stream).toList();
  }

  private static List<LineState> states(Account account) {
    return open(account).stream().map(Line::state).toList();
  }

  private static List<StatementDraft> drafts(Account account) {
    return StatementDraft.of(account, OpenLines.of(account, APRIL, NOW), APRIL);
  }

  private static StatementDraft only(Account account) {
    List<StatementDraft> drafts = drafts(account);
    assertThat(drafts).hasSize(1);
    return drafts.get(0);
  }
}
