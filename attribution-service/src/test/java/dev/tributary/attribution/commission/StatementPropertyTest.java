package dev.tributary.attribution.commission;

import static dev.tributary.attribution.commission.GivenTerms.MARCH;
import static dev.tributary.attribution.commission.GivenTerms.eur;
import static dev.tributary.attribution.commission.GivenTerms.sale;
import static dev.tributary.attribution.commission.GivenTerms.terms;
import static dev.tributary.attribution.commission.GivenTerms.tier;
import static dev.tributary.attribution.commission.GivenTerms.tiers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.runtime.testing.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of statements after any sequence of sales, refunds, holds and locks. */
class StatementPropertyTest {
  private static final String CASES = "dev.tributary.runtime.testing.Seeds#cases";
  private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");

  private final Map<String, Sale> sales = new TreeMap<>();
  private final Map<ConversionKey, Taken> taken = new HashMap<>();
  private long carried;
  private long paid;
  private long statementNo;

  @ParameterizedTest
  @MethodSource(CASES)
  void statements_and_open_lines_are_what_the_ledger_earns(long seed) {
    RandomGenerator random = Seeds.random(seed);
    int basisPoints = random.nextInt(5_000);
    TermsHistory history = terms().paying(basisPoints).payingFrom(random.nextInt(2_000)).only();
    for (int step = 0; step < 60; step++) {
      happen(random);
      if (random.nextInt(6) == 0) {
        lock(history);
      }
      // Independent of all this: each order's net, times its rate, rounded half up.
      long expected =
          sales.values().stream()
              .mapToLong(each -> Math.floorDiv(each.netMinor() * basisPoints + 5_000, 10_000))
              .sum();
      assertThat(sum(taken.values()) + open(history)).isEqualTo(expected);
      assertThat(paid + carried).isEqualTo(sum(taken.values()));
      assertThat(carriedIsNotPayable(history)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void tiers_and_caps_never_lose_or_make_money_between_statements(long seed) {
    RandomGenerator random = Seeds.random(seed);
    long cap = 1L + random.nextInt(20_000);
    TermsHistory history =
        terms()
            .with(
                tiers(
                    random.nextBoolean() ? TierMode.MARGINAL : TierMode.RETROACTIVE,
                    tier(1 + random.nextInt(5_000), 2_000),
                    tier(5_001 + random.nextInt(50_000), 3_000)))
            .with(new Caps(eur(1 + random.nextInt(1_000)), eur(cap), PerCurrency.NONE))
            .only();
    for (int step = 0; step < 60; step++) {
      happen(random);
      if (random.nextInt(6) == 0) {
        lock(history);
      }
      long earned =
          Earnings.of(history, List.copyOf(sales.values()), taken, clear()).stream()
              .mapToLong(Earning::netMinor)
              .sum();
      assertThat(sum(taken.values()) + open(history)).isEqualTo(earned);
      assertThat(earned).isBetween(0L, cap);
      assertThat(paid + carried).isEqualTo(sum(taken.values()));
    }
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void no_tier_is_paid_twice_whatever_waits_while_others_are_paid(long seed) {
    RandomGenerator random = Seeds.random(seed);
    long first = 1L + random.nextInt(30_000);
    long second = first + 1 + random.nextInt(30_000);
    TermsHistory history =
        terms()
            .paying(1_000)
            .with(tiers(TierMode.MARGINAL, tier(first, 2_000), tier(second, 500)))
            .only();
    for (int step = 0; step < 40; step++) {
      String orderId = "o-" + random.nextInt(15);
      Sale.Standing[] all = Sale.Standing.values();
      Sale sale =
          sales.getOrDefault(
              orderId, sale(orderId, random.nextInt(700), random.nextInt(10_000), 0));
      sales.put(orderId, GivenTerms.standing(sale, all[random.nextInt(3)]));
      if (random.nextInt(6) == 0) {
        lock(history);
      }
      // Independent of all this: the whole month passes the tiers once.
      long month = sales.values().stream().mapToLong(Sale::netMinor).sum();
      long hundredths =
          10 * Math.min(month, first)
              + 20 * Math.max(0, Math.min(month, second) - first)
              + 5 * Math.max(0, month - second);
      long roundings = 50L * sales.size();
      assertThat(100 * (sum(taken.values()) + open(history)))
          .isBetween(hundredths - roundings, hundredths + roundings);
    }
  }

  private void happen(RandomGenerator random) {
    String orderId = "o-" + random.nextInt(15);
    Sale known = sales.get(orderId);
    if (known == null) {
      sales.put(orderId, sale(orderId, random.nextInt(700), random.nextInt(10_000), 0));
    } else if (random.nextBoolean()) {
      long more = random.nextLong(known.netMinor() + 1);
      Sale refunded = sale(orderId, MARCH, known.earnedMinor(), known.refundedMinor() + more);
      sales.put(orderId, refunded);
    } else {
      Sale.Standing[] all = Sale.Standing.values();
      sales.put(orderId, GivenTerms.standing(known, all[random.nextInt(3)]));
    }
  }

  private void lock(TermsHistory history) {
    Account account = account(history);
    for (StatementDraft draft : StatementDraft.of(account, OpenLines.of(account, END, END), END)) {
      statementNo++;
      Totals totals = draft.totals();
      assertThat(totals.payableMinor() + totals.carryOutMinor())
          .isEqualTo(totals.carryInMinor() + totals.commissionMinor() + totals.adjustmentsMinor());
      paid += totals.payableMinor();
      carried = totals.carryOutMinor();
      draft.lines().forEach(this::take);
    }
  }

  private void take(Line line) {
    ConversionKey key = line.key().orElseThrow();
    Taken before = taken.get(key);
    taken.put(
        key,
        before == null
            ? new Taken(
                key,
                statementNo,
                line.termsVersion(),
                line.place(),
                line.earnedMinor(),
                line.refundedMinor(),
                line.amountMinor())
            : new Taken(
                key,
                before.statementNo(),
                before.termsVersion(),
                before.place(),
                before.earnedMinor() + line.earnedMinor(),
                before.refundedMinor() + line.refundedMinor(),
                before.commissionMinor() + line.amountMinor()));
  }

  private boolean carriedIsNotPayable(TermsHistory history) {
    return carried <= 0 || carried < history.last().minimumPayout().in("EUR").orElse(0);
  }

  private long open(TermsHistory history) {
    List<Line> lines = new ArrayList<>();
    OpenLines.of(account(history), END, END).values().forEach(lines::addAll);
    return lines.stream().mapToLong(Line::amountMinor).sum();
  }

  private Set<ConversionKey> clear() {
    return sales.values().stream()
        .filter(sale -> sale.standing() == Sale.Standing.CLEAR)
        .map(Sale::key)
        .collect(Collectors.toSet());
  }

  private Account account(TermsHistory history) {
    return new Account(
        history, List.copyOf(sales.values()), taken, Set.of(), Map.of("EUR", carried));
  }

  private static long sum(Collection<Taken> all) {
    return all.stream().mapToLong(Taken::commissionMinor).sum();
  }
}
