package dev.tributary.attribution.reconciliation;

import static dev.tributary.attribution.reconciliation.ALedgerOrder.ours;
import static dev.tributary.attribution.reconciliation.AShopOrder.MARCH;
import static dev.tributary.attribution.reconciliation.AShopOrder.NOON;
import static dev.tributary.attribution.reconciliation.AShopOrder.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.testing.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReconciliationTest {
  private static final List<String> CODES = List.of("EMILY10", "emily10", "BO5", "ANNA20", "");

  @ParameterizedTest
  @MethodSource("dev.tributary.runtime.testing.Seeds#cases")
  void the_differences_explain_every_line_and_every_total_exactly(long seed) {
    RandomGenerator random = Seeds.random(seed);
    Reconciliation reconciliation = new Reconciliation();
    for (int i = 0; i < 40; i++) {
      reconciliation.add(anyComparison(random));
    }

    Reconciled all = reconciliation.result();

    Map<Cell, Long> explained = new HashMap<>();
    all.differences().forEach(each -> explained.merge(each.cell(), each.amountMinor(), Long::sum));
    all.lines()
        .forEach(
            (cell, line) ->
                assertThat(line.differenceMinor())
                    .as("%s", cell)
                    .isEqualTo(explained.getOrDefault(cell, 0L)));
    // On the way from one line to another an order may pass a line that neither side has.
    explained.keySet().removeAll(all.lines().keySet());
    assertThat(explained.values()).allMatch(minor -> minor == 0);
    all.currencies()
        .forEach(
            (currency, line) ->
                assertThat(line.differenceMinor())
                    .isEqualTo(
                        all.classes().entrySet().stream()
                            .filter(sum -> sum.getKey().currency().equals(currency))
                            .mapToLong(sum -> sum.getValue().minor())
                            .sum()));
  }

  @Test
  void orders_are_counted_once_in_their_currency_and_class_however_many_codes_they_have() {
    Reconciliation reconciliation = new Reconciliation();
    reconciliation.add(
        Comparison.ofBoth(
            shop(10_000).with("A", 30).with("B", 70).build(),
            ours(10_000).typed("A").typed("B").build(),
            MARCH));

    Reconciled all = reconciliation.result();

    assertThat(all.currencies().get("EUR")).isEqualTo(new Line(1, 10_000, 1, 10_000));
    assertThat(all.lines()).hasSize(3);
    assertThat(all.classes())
        .containsExactly(
            Map.entry(new ClassKey("EUR", DifferenceClass.POLICY), new ClassSum(1, 0, 20_000)));
  }

  @Test
  void of_many_differences_the_unexplained_are_listed_first_then_the_largest() {
    Reconciliation reconciliation = new Reconciliation();
    for (int i = 1; i <= Reconciliation.DIFFERENCES_LISTED_MAX; i++) {
      reconciliation.add(Comparison.onlyThere(shop(i).build(), 0, MARCH));
    }
    reconciliation.add(Comparison.ofBoth(shop(10_001).build(), ours(10_000).build(), MARCH));

    Reconciled all = reconciliation.result();

    assertThat(all.differenceCount()).isEqualTo(1_001);
    assertThat(all.differences()).hasSize(1_000);
    assertThat(all.differences().get(0).why()).isEqualTo(DifferenceClass.UNEXPLAINED);
    assertThat(all.differences().get(1).amountMinor()).isEqualTo(-1_000);
    assertThat(all.differences().get(999).amountMinor()).isEqualTo(-2);
    assertThat(all.classes().get(new ClassKey("EUR", DifferenceClass.MISSING_HERE)).minor())
        .isEqualTo(-500_500);
  }

  private static Comparison anyComparison(RandomGenerator random) {
    long amount = random.nextLong(1, 500);
    AShopOrder shop = shop(amount + near(random)).at(near(random, random.nextInt(4)));
    ALedgerOrder ours = ours(amount).leavesOut(random.nextInt(3), 2, 0);
    ours.at(near(random, random.nextInt(4)));
    ours.refunded(random.nextLong(amount + 1), random.nextInt(3));
    addCodes(random, shop, ours);
    if (random.nextInt(5) == 0) {
      shop.refunded(random.nextLong(2 * amount));
    }
    if (random.nextInt(10) == 0) {
      shop.isCancelled();
    }
    if (random.nextInt(10) == 0) {
      ours.isTest();
    }
    if (random.nextInt(10) == 0) {
      shop.in("USD");
    }
    return switch (random.nextInt(6)) {
      case 0 -> Comparison.onlyThere(shop.build(), random.nextInt(50), MARCH);
      case 1 -> Comparison.onlyHere(ours.build(), MARCH);
      default -> Comparison.ofBoth(shop.build(), ours.build(), MARCH);
    };
  }

  private static void addCodes(RandomGenerator random, AShopOrder shop, ALedgerOrder ours) {
    String code = CODES.get(random.nextInt(CODES.size()));
    if (!code.isEmpty()) {
      shop.with(code, random.nextInt(3));
      ours.typed(code);
    }
    String other = CODES.get(random.nextInt(CODES.size()));
    if (!other.isEmpty() && !other.equalsIgnoreCase(code)) {
      shop.with(other, random.nextInt(3));
    }
    if (random.nextBoolean() && !other.isEmpty()) {
      ours.credited(other.toUpperCase(Locale.ROOT));
    }
  }

  private static long near(RandomGenerator random) {
    return random.nextInt(3) == 0 ? random.nextInt(6) : 0;
  }

  private static Instant near(RandomGenerator random, int days) {
    return NOON.plus(Duration.ofDays(days * 8L)).plus(Duration.ofHours(random.nextInt(24)));
  }
}
