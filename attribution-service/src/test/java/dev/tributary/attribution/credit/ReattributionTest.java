package dev.tributary.attribution.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.runtime.testing.Seeds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the ledger posts when it is decided anew who has which part. */
class ReattributionTest {
  @Test
  void all_that_one_earned_goes_to_the_other_at_the_time_of_the_order() {
    ALedger order = ALedger.of(sharedBy("anna"), 10_000, false).reattributed(sharedBy("bo"));

    List<Posting> moved = ofRevision(order, 2);
    assertThat(moved).extracting(Posting::kind).containsOnly(PostingKind.REATTRIBUTION);
    assertThat(moved).extracting(Posting::amountMinor).containsExactly(10_000L, -10_000L);
    assertThat(moved)
        .extracting(Posting::conversionMillionths)
        .containsExactly(1_000_000L, -1_000_000L);
    assertThat(moved).extracting(Posting::effectiveTime).containsOnly(ALedger.START);
    assertThat(netOf(order, "anna")).isZero();
    assertThat(netOf(order, "bo")).isEqualTo(10_000);
  }

  @Test
  void what_a_refund_took_back_moves_at_the_time_of_the_refund() {
    ALedger order =
        ALedger.of(sharedBy("anna"), 10_000, false)
            .refunded("r-1", 3_000)
            .refunded("r-2", 500)
            .reattributed(sharedBy("bo"));

    assertThat(ofRevision(order, 4))
        .extracting(
            posting -> posting.key().owner().map(Owner::creatorId).orElseThrow(),
            Posting::refundId,
            Posting::amountMinor,
            Posting::effectiveTime)
        .containsExactlyInAnyOrder(
            moved("bo", "", 10_000, ALedger.START),
            moved("bo", "r-1", -3_000, ALedger.refundTime("r-1")),
            moved("bo", "r-2", -500, ALedger.refundTime("r-2")),
            moved("anna", "", -10_000, ALedger.START),
            moved("anna", "r-1", 3_000, ALedger.refundTime("r-1")),
            moved("anna", "r-2", 500, ALedger.refundTime("r-2")));
    assertThat(order.nets()).containsExactly(6_500L);
  }

  @Test
  void of_a_voided_order_nothing_moves_and_what_is_paid_after_all_is_the_new_owners() {
    ALedger order =
        ALedger.of(sharedBy("anna"), 10_000, false).voided(true).reattributed(sharedBy("bo"));
    assertThat(ofRevision(order, 3)).isEmpty();

    order.voided(false);

    assertThat(netOf(order, "anna")).isZero();
    assertThat(netOf(order, "bo")).isEqualTo(10_000);
  }

  @ParameterizedTest
  @MethodSource("dev.tributary.runtime.testing.Seeds#cases")
  void at_no_time_does_the_sum_over_all_owners_change(long seed) {
    RandomGenerator random = Seeds.random(seed);
    ALedger order = ALedger.of(sharedBy("anna", "bo", "cem"), random.nextLong(100_000), false);
    for (int i = 0; i < 5; i++) {
      order.refunded("r" + i, random.nextLong(40_000));
      if (random.nextBoolean()) {
        order.amendedTo(random.nextLong(100_000));
      }
    }

    order.reattributed(sharedBy("dora", "anna"));

    Map<Instant, Long> moved =
        order.now().postings().stream()
            .filter(posting -> posting.kind() == PostingKind.REATTRIBUTION)
            .collect(
                Collectors.groupingBy(
                    Posting::effectiveTime, Collectors.summingLong(Posting::amountMinor)));
    assertThat(moved.values()).allMatch(sum -> sum == 0);
  }

  @ParameterizedTest
  @MethodSource("dev.tributary.runtime.testing.Seeds#cases")
  void there_and_back_leaves_what_was(long seed) {
    RandomGenerator random = Seeds.random(seed);
    ALedger order = ALedger.of(sharedBy("anna", "bo", "cem"), random.nextLong(100_000), false);
    IntStream.range(0, 4).forEach(i -> order.refunded("r" + i, random.nextLong(40_000)));
    List<Credit> before = order.now().balance().credits();

    order.reattributed(sharedBy("dora", "bo")).reattributed(sharedBy("anna", "bo", "cem"));

    assertThat(order.now().balance().credits()).isEqualTo(before);
    assertThat(netOf(order, "dora")).isZero();
  }

  private static Tuple moved(String creator, String refundId, long minor, Instant time) {
    return Tuple.tuple(creator, refundId, minor, time);
  }

  private static List<Posting> ofRevision(ALedger order, int revision) {
    return order.now().postings().stream()
        .filter(posting -> posting.revision() == revision)
        .toList();
  }

  private static long netOf(ALedger order, String creator) {
    return order.now().postings().stream()
        .filter(
            posting -> posting.key().owner().stream().anyMatch(o -> o.creatorId().equals(creator)))
        .mapToLong(Posting::amountMinor)
        .sum();
  }

  private static List<Share> sharedBy(String... creators) {
    return Stream.of(creators)
        .map(creator -> new Share(CreditKey.byLink(AnOrder.of(creator), "link", "touch"), 1))
        .toList();
  }
}
