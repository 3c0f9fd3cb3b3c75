package dev.tributary.attribution.commission;

import static dev.tributary.attribution.commission.GivenTerms.MARCH;
import static dev.tributary.attribution.commission.GivenTerms.eur;
import static dev.tributary.attribution.commission.GivenTerms.inCurrency;
import static dev.tributary.attribution.commission.GivenTerms.numbered;
import static dev.tributary.attribution.commission.GivenTerms.perSignUp;
import static dev.tributary.attribution.commission.GivenTerms.renewalOf;
import static dev.tributary.attribution.commission.GivenTerms.sale;
import static dev.tributary.attribution.commission.GivenTerms.signUp;
import static dev.tributary.attribution.commission.GivenTerms.terms;
import static dev.tributary.attribution.commission.GivenTerms.tier;
import static dev.tributary.attribution.commission.GivenTerms.tiers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.runtime.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What sales earn under each kind of terms. */
class EarningsTest {
  @Test
  void a_percentage_rounds_half_up_on_exact_integers() {
    assertThat(net(terms().paying(290).only(), sale("a", 1, 500, 0))).containsExactly(15L);
    assertThat(net(terms().paying(290).only(), sale("a", 1, 499, 0))).containsExactly(14L);
    assertThat(net(terms().paying(333).only(), sale("a", 1, 10_000_000_000_001L, 0)))
        .containsExactly(333_000_000_000L);
  }

  @Test
  void a_flat_amount_is_for_a_whole_conversion_and_a_share_earns_its_share() {
    TermsHistory terms = terms().paying(0, perSignUp(500)).only();

    assertThat(net(terms, signUp("whole", 1_000_000))).containsExactly(500L);
    assertThat(net(terms, signUp("third", 333_333))).containsExactly(167L);
    assertThat(net(terms, sale("purchase", 1, 10_000, 0))).containsExactly(0L);
  }

  @Test
  void a_sign_up_is_paid_in_the_currency_of_its_flat_amount_and_without_one_not_at_all() {
    assertThat(
            Earnings.of(terms().paying(0, perSignUp(500)).only(), sales(signUp("a", 1)), Map.of()))
        .extracting(Earning::currency)
        .containsExactly("EUR");
    assertThat(Earnings.of(terms().only(), sales(signUp("a", 1)), Map.of()))
        .extracting(Earning::currency)
        .containsExactly("");
  }

  @Test
  void a_refund_reverses_at_the_rate_of_its_order() {
    Earning earning = only(terms().paying(290).only(), sale("a", 1, 500, 200));

    assertThat(earning.accruedMinor()).isEqualTo(15);
    assertThat(earning.reversedMinor()).isEqualTo(6);
    assertThat(earning.netMinor()).isEqualTo(9);
    assertThat(only(terms().paying(290).only(), sale("a", 1, 500, 500)).netMinor()).isZero();
  }

  @Test
  void the_rate_in_force_at_order_time_counts_and_later_terms_change_no_earlier_order() {
    TermsHistory history =
        new TermsHistory(List.of(terms().version(1), terms().paying(2_000).from(MARCH).version(2)));

    assertThat(
            net(
                history,
                sale("before", MARCH.minusNanos(1_000), 1_000, 0),
                sale("at", MARCH, 1_000, 0)))
        .containsExactly(100L, 200L);
  }

  @Test
  void of_two_versions_with_one_start_the_one_put_last_counts() {
    TermsHistory history =
        new TermsHistory(List.of(terms().paying(2_000).version(2), terms().version(1)));

    assertThat(net(history, sale("a", 1, 1_000, 0))).containsExactly(200L);
  }

  @Test
  void a_renewal_keeps_the_rate_of_the_first_payment() {
    TermsHistory history =
        new TermsHistory(List.of(terms().version(1), terms().paying(2_000).from(MARCH).version(2)));
    Sale renewal = renewalOf(sale("r", 5, 1_000, 0), MARCH.minus(Duration.ofDays(20)));

    assertThat(net(history, renewal)).containsExactly(100L);
  }

  @Test
  void what_was_sold_before_the_first_terms_earns_nothing() {
    assertThat(
            Earnings.of(
                terms().from(MARCH).only(),
                sales(sale("a", MARCH.minusSeconds(1), 1, 0)),
                Map.of()))
        .isEmpty();
  }

  @Test
  void marginal_tiers_apply_only_to_what_lies_above_their_threshold() {
    TermsHistory terms =
        terms().with(tiers(TierMode.MARGINAL, tier(10_000, 2_000), tier(20_000, 3_000))).only();

    assertThat(net(terms, sale("a", 1, 9_000, 0), sale("b", 2, 2_000, 0), sale("c", 3, 12_000, 0)))
        .containsExactly(900L, 300L, 2_700L);
  }

  @Test
  void retroactive_tiers_apply_to_the_whole_month_once_they_are_reached() {
    TermsHistory terms = terms().with(tiers(TierMode.RETROACTIVE, tier(10_000, 2_000))).only();

    assertThat(net(terms, sale("a", 1, 9_000, 0), sale("b", 2, 999, 0)))
        .containsExactly(900L, 100L);
    assertThat(net(terms, sale("a", 1, 9_000, 0), sale("b", 2, 1_000, 0)))
        .containsExactly(1_800L, 200L);
  }

  @Test
  void tiers_begin_anew_each_month_and_in_each_currency() {
    TermsHistory terms = terms().with(tiers(TierMode.MARGINAL, tier(10_000, 2_000))).only();
    Sale april = sale("april", Instant.parse("2026-04-01T00:00:00Z"), 1_000, 0);

    assertThat(
            net(
                terms,
                sale("a", 1, 10_000, 0),
                inCurrency(sale("b", 2, 1_000, 0), "USD"),
                sale("c", 3, 1_000, 0),
                april))
        .containsExactly(1_000L, 100L, 200L, 100L);
  }

  @Test
  void tiers_may_count_conversions() {
    Tier fromSecond = new Tier("", 1_000_000, new Rate(0, List.of(perSignUp(700))));
    TermsHistory terms =
        terms()
            .paying(0, perSignUp(500))
            .with(new Tiers(TierBasis.CONVERSIONS, TierMode.MARGINAL, List.of(fromSecond)))
            .only();

    assertThat(net(terms, signUp("a", 500_000), signUp("b", 1_000_000), signUp("c", 1_000_000)))
        .containsExactly(250L, 600L, 700L);
  }

  @Test
  void a_cap_of_an_order_cuts_off_what_is_above_it() {
    TermsHistory terms = terms().with(new Caps(eur(50), PerCurrency.NONE, PerCurrency.NONE)).only();

    assertThat(net(terms, sale("a", 1, 1_000, 0), sale("b", 2, 400, 0))).containsExactly(50L, 40L);
    assertThat(net(terms, sale("a", 1, 1_000, 400), sale("b", 2, 1_000, 600)))
        .containsExactly(50L, 40L);
  }

  @Test
  void a_cap_of_a_month_is_used_up_in_the_order_of_time_and_fresh_in_the_next() {
    TermsHistory terms =
        terms().with(new Caps(PerCurrency.NONE, eur(150), PerCurrency.NONE)).only();
    Sale april = sale("april", Instant.parse("2026-04-01T00:00:00Z"), 1_000, 0);

    assertThat(
            net(terms, sale("a", 1, 1_000, 0), sale("b", 2, 1_000, 0), sale("c", 3, 9, 0), april))
        .containsExactly(100L, 50L, 0L, 100L);
  }

  @Test
  void a_refund_makes_room_below_a_cap() {
    TermsHistory terms =
        terms().with(new Caps(PerCurrency.NONE, eur(150), PerCurrency.NONE)).only();

    assertThat(net(terms, sale("a", 1, 1_000, 800), sale("b", 2, 1_000, 0)))
        .containsExactly(20L, 100L);
  }

  @Test
  void a_cap_in_total_holds_over_all_months() {
    TermsHistory terms =
        terms().with(new Caps(PerCurrency.NONE, PerCurrency.NONE, eur(150))).only();
    Sale april = sale("april", Instant.parse("2026-04-01T00:00:00Z"), 1_000, 0);

    assertThat(net(terms, sale("a", 1, 1_000, 0), april)).containsExactly(100L, 50L);
  }

  @Test
  void only_the_first_purchases_of_a_customer_earn() {
    TermsHistory terms = terms().forFirst(2).only();

    assertThat(
            net(
                terms,
                numbered(sale("a", 1, 1_000, 0), 1),
                numbered(sale("b", 2, 1_000, 0), 2),
                numbered(sale("c", 3, 1_000, 0), 3)))
        .containsExactly(100L, 100L, 0L);
  }

  @Test
  void what_is_in_a_statement_keeps_its_place_when_something_earlier_comes_late() {
    TermsHistory terms = terms().with(tiers(TierMode.MARGINAL, tier(1_000, 2_000))).only();
    Sale paid = sale("paid", 2, 1_000, 0);
    Taken taken = new Taken(paid.key(), 1, 1, new Placement(0, 1_000), 1_000, 0, 100);

    List<Earning> earnings =
        Earnings.of(terms, sales(sale("late", 1, 500, 0), paid), Map.of(paid.key(), taken));

    assertThat(earnings).extracting(Earning::netMinor).containsExactly(100L, 100L);
    assertThat(earnings.get(0).place()).isEqualTo(new Placement(1_000, 1_500));
  }

  @Test
  void what_a_statement_takes_leaves_no_tier_to_what_waits_that_would_be_passed_twice() {
    TermsHistory terms = terms().with(tiers(TierMode.MARGINAL, tier(1_000, 2_000))).only();
    Sale waiting = sale("waiting", 1, 1_000, 0);
    Sale payable = sale("payable", 2, 1_000, 0);

    List<Earning> open =
        Earnings.of(terms, sales(waiting, payable), Map.of(), Set.of(payable.key()));
    assertThat(open).extracting(Earning::netMinor).containsExactly(200L, 100L);

    Taken taken = new Taken(payable.key(), 1, 1, open.get(1).place(), 1_000, 0, 100);
    assertThat(Earnings.of(terms, sales(waiting, payable), Map.of(payable.key(), taken)))
        .extracting(Earning::netMinor)
        .containsExactly(200L, 100L);
  }

  @Test
  void a_refund_of_a_paid_order_reverses_at_the_tier_that_it_was_paid_by() {
    TermsHistory terms = terms().with(tiers(TierMode.RETROACTIVE, tier(1_000, 2_000))).only();
    Sale refunded = sale("paid", 2, 1_000, 600);
    Taken taken = new Taken(refunded.key(), 1, 1, new Placement(1_000, 1_000), 1_000, 0, 200);

    assertThat(Earnings.of(terms, sales(refunded), Map.of(refunded.key(), taken)))
        .extracting(Earning::netMinor)
        .containsExactly(80L);
  }

  @Test
  void fees_fall_due_once_or_with_the_last_moment_of_each_month() {
    TermsHistory history =
        new TermsHistory(
            List.of(
                terms()
                    .with(
                        GivenTerms.once("signing", 5_000, Instant.parse("2026-02-10T00:00:00Z")),
                        GivenTerms.monthly("retainer", 1_000))
                    .version(1),
                terms().from(Instant.parse("2026-03-20T00:00:00Z")).version(2)));

    assertThat(history.feesDue(Instant.parse("2026-06-01T00:00:00Z")))
        .extracting(DueFee::key, DueFee::amount)
        .containsExactly(
            tuple("retainer:2026-01", new Money("EUR", 1_000)),
            tuple("signing", new Money("EUR", 5_000)),
            tuple("retainer:2026-02", new Money("EUR", 1_000)));
    assertThat(history.feesDue(Instant.parse("2026-02-01T00:00:00Z"))).hasSize(1);
    assertThat(history.feesDue(Instant.parse("2026-01-31T23:59:59Z"))).isEmpty();
  }

  private static List<Long> net(TermsHistory history, Sale... sales) {
    return Earnings.of(history, sales(sales), Map.of()).stream().map(Earning::netMinor).toList();
  }

  private static Earning only(TermsHistory history, Sale sale) {
    return Earnings.of(history, sales(sale), Map.of()).get(0);
  }

  private static List<Sale> sales(Sale... sales) {
    return List.of(sales);
  }
}
