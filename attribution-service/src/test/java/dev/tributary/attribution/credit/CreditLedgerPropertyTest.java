package dev.tributary.attribution.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.testing.Seeds;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every ledger, after every step of any history. */
class CreditLedgerPropertyTest {
  private static final String CASES = "dev.tributary.runtime.testing.Seeds#cases";
  private static final int STEPS = 40;

  @ParameterizedTest
  @MethodSource(CASES)
  void every_step_keeps_the_books(long seed) {
    RandomGenerator random = Seeds.random(seed);
    ALedger order = ALedger.of(shares(random), amount(random), random.nextInt(10) == 0);
    List<Posting> before = List.of();
    for (int step = 0; step < STEPS; step++) {
      assertBooksAreKept(order.now());
      List<Posting> now = order.now().postings();
      assertThat(now.subList(0, before.size())).as("append-only").isEqualTo(before);
      before = now;
      happen(order, random, step);
    }
    assertBooksAreKept(order.now());
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void refunds_that_reach_the_base_leave_exactly_nothing_for_anyone(long seed) {
    RandomGenerator random = Seeds.random(seed);
    long base = amount(random);
    ALedger order = ALedger.of(shares(random), base, false);
    long left = base;
    for (int part = 0; left > 0; part++) {
      long refund = part == 20 ? left : 1 + random.nextLong(left);
      order.refunded("r" + part, refund);
      left -= refund;
    }

    assertThat(order.nets()).containsOnly(0L);
    assertThat(order.now().balance().excessMinor()).isZero();
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void the_balance_depends_on_what_holds_now_and_not_on_the_way_there(long seed) {
    RandomGenerator random = Seeds.random(seed);
    ALedger order = ALedger.of(shares(random), amount(random), false);
    for (int step = 0; step < STEPS; step++) {
      happen(order, random, step);
    }
    CreditLedger now = order.now();

    ALedger direct = ALedger.of(now.shares(), now.baseMinor(), now.voided());
    now.claims().forEach(direct::refunded);

    assertThat(direct.now().balance().credits()).isEqualTo(now.balance().credits());
    assertThat(direct.now().balance().outcomes()).isEqualTo(now.balance().outcomes());
    assertThat(sums(direct.now().postings())).isEqualTo(sums(now.postings()));
  }

  @ParameterizedTest
  @MethodSource(CASES)
  void each_part_is_within_one_unit_of_its_exact_quota(long seed) {
    RandomGenerator random = Seeds.random(seed);
    List<Share> shares = shares(random);
    long base = amount(random);
    long all = shares.stream().mapToLong(Share::weight).sum();

    List<Credit> credits = ALedger.of(shares, base, false).now().balance().credits();

    for (int i = 0; i < shares.size(); i++) {
      BigInteger scaled =
          BigInteger.valueOf(credits.get(i).grossMinor()).multiply(BigInteger.valueOf(all));
      BigInteger quota =
          BigInteger.valueOf(base).multiply(BigInteger.valueOf(shares.get(i).weight()));
      assertThat(scaled.subtract(quota).abs()).isLessThan(BigInteger.valueOf(all));
    }
  }

  private static void assertBooksAreKept(CreditLedger ledger) {
    Balance balance = ledger.balance();
    long applied =
        balance.outcomes().values().stream().mapToLong(RefundOutcome::appliedMinor).sum();
    long base = ledger.voided() ? 0 : ledger.baseMinor();

    assertThat(postedBy(ledger)).as("postings").isEqualTo(base - applied);
    assertThat(balance.netMinor()).isEqualTo(base - applied).isNotNegative();
    assertThat(balance.credits()).allSatisfy(CreditLedgerPropertyTest::assertPossible);
    assertThat(balance.credits().stream().mapToLong(Credit::grossMinor).sum()).isEqualTo(base);
    assertThat(balance.credits().stream().mapToInt(Credit::conversionMillionths).sum())
        .isEqualTo(Balance.WHOLE);
    assertThat(millionthsPostedBy(ledger))
        .isEqualTo(ledger.voided() || balance.cancelled() ? 0 : Balance.WHOLE);
    ledger
        .claims()
        .forEach(claim -> assertSettled(claim, balance.outcomes().get(claim.refundId())));
    balance.credits().forEach(credit -> assertPosted(ledger, credit));
    assertThat(sums(ledger.postings()).keySet())
        .as("whoever has no share any more has nothing")
        .allMatch(cell -> ledger.shares().stream().map(Share::key).anyMatch(cell.key()::equals));
  }

  private static void assertPossible(Credit credit) {
    assertThat(credit.netMinor()).isNotNegative();
    assertThat(credit.refundedMinor()).isNotNegative();
  }

  private static void assertSettled(RefundClaim claim, RefundOutcome outcome) {
    assertThat(outcome.appliedMinor()).isNotNegative();
    assertThat(outcome.excessMinor()).isNotNegative();
    claim
        .baseMinor()
        .ifPresent(
            wanted -> assertThat(outcome.appliedMinor() + outcome.excessMinor()).isEqualTo(wanted));
  }

  /** Each credit can be added up from the postings of its owner, earned and refunded apart. */
  private static void assertPosted(CreditLedger ledger, Credit credit) {
    Map<Boolean, Long> earned =
        ledger.postings().stream()
            .filter(posting -> posting.key().equals(credit.key()))
            .collect(
                Collectors.partitioningBy(
                    posting -> posting.refundId().isEmpty(),
                    Collectors.summingLong(Posting::amountMinor)));
    assertThat(earned.get(true)).isEqualTo(credit.grossMinor());
    assertThat(earned.get(false)).isEqualTo(-credit.refundedMinor());
  }

  private static void happen(ALedger order, RandomGenerator random, int step) {
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3, 4 ->
          order.refunded("r" + step, random.nextLong(order.now().baseMinor() / 3 + 2));
      case 5 -> order.refunded("r" + step, amount(random));
      case 6, 7 -> order.amendedTo(amount(random));
      case 8 -> order.voided(random.nextBoolean());
      case 9, 10 -> order.reattributed(shares(random));
      default -> {
        if (random.nextInt(4) == 0) {
          order.cancelled("c" + step);
        }
      }
    }
  }

  private static List<Share> shares(RandomGenerator random) {
    int count = 1 + random.nextInt(7);
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long weight = random.nextBoolean() ? 1 : 1 + random.nextLong(1_000_000);
      shares.add(new Share(CreditKey.byCode(AnOrder.of("creator-" + i), "code-" + i), weight));
    }
    return shares;
  }

  /** Amounts of every size: nothing, a few units, ordinary, as large as they may be. */
  private static long amount(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextLong(3);
      case 1 -> random.nextLong(100);
      case 2 -> random.nextLong(1_000_000);
      default -> random.nextLong(Components.MINOR_MAX);
    };
  }

  private static long postedBy(CreditLedger ledger) {
    return ledger.postings().stream().mapToLong(Posting::amountMinor).sum();
  }

  private static long millionthsPostedBy(CreditLedger ledger) {
    return ledger.postings().stream().mapToLong(Posting::conversionMillionths).sum();
  }

  private static Map<Cell, Cell.Amount> sums(List<Posting> postings) {
    Map<Cell, Cell.Amount> sums =
        postings.stream()
            .collect(
                Collectors.toMap(
                    posting -> new Cell(posting.key(), posting.refundId()),
                    posting ->
                        new Cell.Amount(posting.amountMinor(), posting.conversionMillionths()),
                    Cell.Amount::plus));
    sums.values().removeIf(Cell.Amount::isNothing);
    return sums;
  }
}
