package dev.tributary.attribution.promocode;

import static dev.tributary.attribution.promocode.ReservationRulesTest.limits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.promocode.ReservationCommand.Release;
import dev.tributary.attribution.promocode.ReservationCommand.Reserve;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.money.Money;
import dev.tributary.runtime.testing.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random reservations, releases and ends of one code: the counters and limits always hold. */
class ReservationBatchTest {
  private static final Instant START = Instant.parse("2026-03-15T12:00:00Z");
  private static final CodeLimits LIMITS =
      limits().usesMax(12).customerUsesMax(4).budget(new Money("EUR", 5_000)).build();
  private static final PromoCode CODE =
      ReservationRulesTest.code(LIMITS, START, START.plus(Duration.ofDays(9)), false);

  @ParameterizedTest
  @MethodSource("dev.tributary.runtime.testing.Seeds#cases")
  void counters_are_the_sum_of_the_reservations_and_within_the_limits(long seed) {
    RandomGenerator random = Seeds.random(seed);
    CodeBook book = new CodeBook();
    Map<ReservationKey, Reservation> stored = new HashMap<>();
    for (int group = 0; group < 12; group++) {
      Instant now = START.plusSeconds(group * 60L);
      List<Reservation> due = stored.values().stream().filter(each -> each.isDueAt(now)).toList();
      var sheet =
          new ReservationSheet(Map.of("code-1", CODE), Map.of("code-1", book), stored.values());
      var batch = new ReservationBatch(sheet, recorded(random, stored.values()), Set.of(), now);
      batch.settle(due);
      for (int i = 0; i < 8; i++) {
        ReservationCommand command = command(random);
        ReservationOutcome first = batch.outcome(command);
        assertThat(batch.outcome(command)).isEqualTo(first);
      }
      sheet.added().forEach(each -> stored.put(ReservationKey.of(each), each));
      sheet.changed().forEach(each -> stored.put(ReservationKey.of(each), each));
      requireBalance(book, stored);
    }
  }

  private static void requireBalance(CodeBook book, Map<ReservationKey, Reservation> stored) {
    CodeCounters all = book.countersFor(LIMITS, Optional.empty());
    assertThat(all.uses()).isEqualTo(new Tally(count(stored, true, 0), count(stored, false, 0)));
    assertThat(all.uses().leftOf(12)).isEqualTo(12 - all.uses().used() - all.uses().held());
    assertThat(all.budgetMinor().used() + all.budgetMinor().held())
        .isEqualTo(
            stored.values().stream()
                .filter(Reservation::counts)
                .mapToLong(each -> each.discount().minor())
                .sum())
        .isLessThanOrEqualTo(5_000);
    for (int customer = 1; customer <= 4; customer++) {
      Tally uses = book.countersFor(LIMITS, Optional.of(person(customer))).customerUses();
      assertThat(uses)
          .isEqualTo(new Tally(count(stored, true, customer), count(stored, false, customer)));
      assertThat(uses.used() + uses.held()).isLessThanOrEqualTo(4);
    }
  }

  /** Reservations in a state, of everybody (0) or of one customer. */
  private static long count(Map<ReservationKey, Reservation> stored, boolean used, int customer) {
    return stored.values().stream()
        .filter(each -> each.state() == (used ? Reservation.State.USED : Reservation.State.HELD))
        .filter(each -> customer == 0 || each.customer().equals(Optional.of(person(customer))))
        .count();
  }

  private static Set<OrderRef> recorded(RandomGenerator random, Collection<Reservation> all) {
    List<OrderRef> orders = new ArrayList<>();
    for (Reservation each : all) {
      if (random.nextBoolean()) {
        orders.add(new OrderRef("main", each.orderKey()));
      }
    }
    return Set.copyOf(orders);
  }

  private static ReservationCommand command(RandomGenerator random) {
    int order = random.nextInt(30);
    if (random.nextInt(4) == 0) {
      return new Release("ws", new ReservationKey("code-1", "order-" + order));
    }
    return new Reserve(
        "ws",
        "code-1",
        new ReservationWish(
            "order-" + order,
            Optional.of(person(1 + order % 4)),
            new Money("EUR", 10_000),
            new Money("EUR", 100L * (1 + order % 9)),
            Duration.ofSeconds(30 + 60L * random.nextInt(4))));
  }

  private static PersonKey person(int number) {
    byte[] bytes = new byte[PersonKey.LENGTH];
    Arrays.fill(bytes, (byte) number);
    return new PersonKey(bytes);
  }
}
