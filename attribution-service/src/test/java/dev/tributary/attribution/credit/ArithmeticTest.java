package dev.tributary.attribution.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.runtime.testing.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arithmetic of credits, as explanations show it. */
class ArithmeticTest {
  private static final Instant TIME = Instant.parse("2026-03-10T12:00:00Z");

  static LongStream cases() {
    return Seeds.cases(200);
  }

  @Test
  void a_hundred_among_three_gives_the_unit_left_over_to_the_first_of_equal_remainders() {
    List<Arithmetic> all = Arithmetic.of(ledger(List.of(1L, 1L, 1L), 10_000, List.of(), false));

    assertThat(all)
        .extracting(each -> each.text("EUR"))
        .containsExactly(
            "100.00 EUR × 1/3 = 33.33 EUR rest 1/3, 1 unit left over → 33.34 EUR",
            "100.00 EUR × 1/3 = 33.33 EUR rest 1/3, no unit left over → 33.33 EUR",
            "100.00 EUR × 1/3 = 33.33 EUR rest 1/3, no unit left over → 33.33 EUR");
  }

  @Test
  void each_refund_is_divided_by_what_is_left_and_tells_what_it_leaves() {
    List<Arithmetic> all =
        Arithmetic.of(
            ledger(
                List.of(3L, 1L),
                10_000,
                List.of(RefundClaim.part("r-1", 1_001), RefundClaim.all("r-2")),
                false));

    assertThat(all.get(0).text("EUR"))
        .isEqualTo(
            "100.00 EUR × 3/4 = 75.00 EUR; refund r-1 took 10.01 EUR × 7500/10000 = 7.50 EUR rest"
                + " 7500/10000, 1 unit left over → 7.51 EUR, leaving 67.49 EUR; refund r-2 took"
                + " 89.99 EUR × 6749/8999 = 67.49 EUR, leaving 0.00 EUR");
    assertThat(all).extracting(Arithmetic::netMinor).containsExactly(0L, 0L);
  }

  @Test
  void of_a_voided_order_nothing_is_earned_and_a_refund_takes_nothing() {
    List<Arithmetic> all =
        Arithmetic.of(ledger(List.of(1L), 500, List.of(RefundClaim.part("r-1", 100)), true));

    assertThat(all.get(0).text("EUR"))
        .isEqualTo("voided: nothing is earned; refund r-1 took nothing, leaving 0.00 EUR");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_steps_shown_always_end_in_the_credits(long seed) {
    RandomGenerator random = Seeds.random(seed);
    List<Long> weights = new ArrayList<>();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      weights.add(1 + random.nextLong(random.nextBoolean() ? 10 : Long.MAX_VALUE / 2));
    }
    List<RefundClaim> claims = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      claims.add(
          random.nextInt(6) == 0
              ? RefundClaim.all("r-" + i)
              : RefundClaim.part("r-" + i, random.nextLong(4_000)));
    }
    CreditLedger ledger = ledger(weights, random.nextLong(10_000), claims, random.nextInt(10) == 0);

    List<Arithmetic> all = Arithmetic.of(ledger);

    assertThat(all)
        .extracting(Arithmetic::netMinor)
        .isEqualTo(ledger.balance().credits().stream().map(Credit::netMinor).toList());
    assertThat(all)
        .extracting(each -> each.gross().map(step -> step.part().amount()).orElse(0L))
        .isEqualTo(ledger.balance().credits().stream().map(Credit::grossMinor).toList());
  }

  private static CreditLedger ledger(
      List<Long> weights, long base, List<RefundClaim> claims, boolean voided) {
    List<Share> shares = new ArrayList<>();
    for (long weight : weights) {
      String creator = "creator-" + shares.size();
      shares.add(
          new Share(
              CreditKey.byCode(new Owner("spring-" + creator, creator, "spring"), creator),
              weight));
    }
    return CreditLedger.open(shares, base, voided, new Cause(PostingKind.CREDIT, 1, "", TIME))
        .restated(base, claims, voided, new Cause(PostingKind.REFUND, 2, "", TIME));
  }
}
