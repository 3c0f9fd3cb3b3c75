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
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Orders are reserved, recorded, released, voided and paid again, holds expire, and the settler
 * looks and writes with other things in between: in whatever order, it ends the same.
 */
class UseShuffleTest {
  private static final Instant START = Instant.parse("2026-03-15T12:00:00Z");
  private static final Duration TTL = Duration.ofSeconds(60);
  private static final int ORDERS = 24;

  @ParameterizedTest
  @MethodSource("dev.tributary.runtime.testing.Seeds#cases")
  void without_a_limit_any_order_of_events_ends_in_the_same_uses(long seed) {
    RandomGenerator random = Seeds.random(seed);
    List<Event> events = events(random);

    Shop inOrder = new Shop(CodeLimits.NONE);
    events.forEach(event -> inOrder.happen(event, random));
    inOrder.rest();
    Shop shuffled = new Shop(CodeLimits.NONE);
    Collections.shuffle(events, new Random(seed));
    events.forEach(event -> shuffled.happen(event, random));
    shuffled.rest();

    assertThat(shuffled.uses()).isEqualTo(inOrder.uses());
    assertThat(shuffled.book.usage()).isEqualTo(inOrder.book.usage());
    assertThat(shuffled.uses().keySet()).isEqualTo(shuffled.standing);
  }

  @ParameterizedTest
  @MethodSource("dev.tributary.runtime.testing.Seeds#cases")
  void with_limits_they_hold_after_every_step_and_no_order_is_lost(long seed) {
    RandomGenerator random = Seeds.random(seed);
    Shop shop =
        new Shop(limits().usesMax(9).customerUsesMax(4).budget(new Money("EUR", 3_000)).build());

    for (Event event : events(random)) {
      shop.happen(event, random);
      shop.requireBalance();
    }
    shop.rest();

    shop.requireBalance();
    assertThat(shop.book.usage().held()).isZero();
    assertThat(shop.flagged).isEqualTo(shop.ordersIn(Reservation.State.OVER_LIMIT));
    Set<String> known = new HashSet<>(shop.ordersIn(Reservation.State.USED));
    known.addAll(shop.flagged);
    assertThat(known).isEqualTo(shop.standing);
  }

  @ParameterizedTest
  @MethodSource("dev.tributary.runtime.testing.Seeds#cases")
  void looking_at_everything_again_at_rest_changes_nothing(long seed) {
    RandomGenerator random = Seeds.random(seed);
    Shop shop = new Shop(limits().usesMax(9).customerUsesMax(4).build());
    events(random).forEach(event -> shop.happen(event, random));
    shop.rest();
    Map<ReservationKey, Reservation> before = Map.copyOf(shop.stored);
    CodeUsage usage = shop.book.usage();

    for (int i = 0; i < ORDERS; i++) {
      shop.entries.add("order-" + i);
    }
    shop.rest();

    assertThat(shop.stored).isEqualTo(before);
    assertThat(shop.book.usage()).isEqualTo(usage);
  }

  /** What happens to each order, each kind at most once. */
  private static List<Event> events(RandomGenerator random) {
    List<Event> events = new ArrayList<>();
    for (int order = 0; order < ORDERS; order++) {
      for (Kind kind : Kind.values()) {
        if (random.nextInt(3) > 0) {
          events.add(new Event("order-" + order, kind));
        }
      }
    }
    return events;
  }

  private static PersonKey customer(String orderKey) {
    byte[] bytes = new byte[PersonKey.LENGTH];
    Arrays.fill(bytes, (byte) (1 + orderKey.hashCode() % 4));
    return new PersonKey(bytes);
  }

  private enum Kind {
    RESERVE,
    RELEASE,
    RECORD,
    VOID,
    LOOK,
    SETTLE,
    PASS_TIME
  }

  private record Event(String order, Kind kind) {}

  /** Everything that the database holds about one code, without one. */
  private static final class Shop {
    private final CodeBook book = new CodeBook();
    private final Map<ReservationKey, Reservation> stored = new HashMap<>();
    private final Set<String> recorded = new HashSet<>();
    private final Set<String> voided = new HashSet<>();
    private final Set<String> standing = new HashSet<>();
    private final Set<String> flagged = new HashSet<>();
    private final List<String> entries = new ArrayList<>();
    private final PromoCode code;
    private List<DueUse> looked = List.of();
    private Instant now = START;

    Shop(CodeLimits limits) {
      code = ReservationRulesTest.code(limits, START, START.plus(Duration.ofDays(9)), false);
    }

    void happen(Event event, RandomGenerator random) {
      switch (event.kind) {
        case RESERVE ->
            call(
                new Reserve(
                    "ws",
                    "code-1",
                    new ReservationWish(
                        event.order,
                        Optional.of(customer(event.order)),
                        new Money("EUR", 10_000),
                        new Money("EUR", 250),
                        TTL)));
        case RELEASE -> call(new Release("ws", new ReservationKey("code-1", event.order)));
        case RECORD -> told(recorded, event.order);
        case VOID -> told(voided, event.order);
        case LOOK -> look();
        case SETTLE -> settle();
        case PASS_TIME -> pass(Duration.ofSeconds(random.nextInt(50)));
      }
    }

    /** The settler comes to the end of the feed, and the time of every hold comes. */
    void rest() {
      settle();
      look();
      settle();
      pass(TTL);
      look();
      settle();
    }

    Map<String, Money> uses() {
      Map<String, Money> uses = new TreeMap<>();
      stored.values().stream()
          .filter(Reservation::counts)
          .forEach(each -> uses.put(each.orderKey(), each.discount()));
      return uses;
    }

    Set<String> ordersIn(Reservation.State state) {
      Set<String> orders = new HashSet<>();
      stored.values().stream()
          .filter(each -> each.state() == state)
          .forEach(each -> orders.add(each.orderKey()));
      return orders;
    }

    void requireBalance() {
      CodeLimits limits = code.terms().limits();
      assertThat(book.usage())
          .isEqualTo(
              new CodeUsage(
                  ordersIn(Reservation.State.USED).size(),
                  ordersIn(Reservation.State.HELD).size(),
                  ordersIn(Reservation.State.OVER_LIMIT).size()));
      assertThat(book.usage().used() + book.usage().held())
          .isLessThanOrEqualTo(limits.usesMax().orElse(Long.MAX_VALUE));
      for (int i = 0; i < 4; i++) {
        Tally theirs = book.countersFor(limits, Optional.of(customer("order-" + i))).customerUses();
        assertThat(theirs.used() + theirs.held())
            .isLessThanOrEqualTo(limits.customerUsesMax().orElse(Long.MAX_VALUE));
      }
      Tally budget = book.countersFor(limits, Optional.empty()).budgetMinor();
      assertThat(budget.used() + budget.held()).isLessThanOrEqualTo(3_000);
    }

    private void told(Set<String> what, String order) {
      what.add(order);
      standing.clear();
      standing.addAll(recorded);
      standing.removeAll(voided);
      if (recorded.contains(order)) {
        entries.add(order);
      }
    }

    private void call(ReservationCommand command) {
      ReservationSheet sheet = sheet();
      new ReservationBatch(sheet, counting(), Set.of(), now).outcome(command);
      save(sheet);
    }

    private void pass(Duration time) {
      now = now.plus(time);
      ReservationSheet sheet = sheet();
      new ReservationBatch(sheet, counting(), Set.of(), now)
          .settle(stored.values().stream().filter(each -> each.isDueAt(now)).toList());
      save(sheet);
    }

    /** What the settler finds without locks; it writes it later. */
    private void look() {
      settle();
      Map<ReservationKey, Reservation> reserved = new HashMap<>(stored);
      looked =
          entries.stream()
              .distinct()
              .flatMap(
                  order ->
                      OrderUses.due(using(order), code, standing.contains(order), reserved)
                          .stream())
              .toList();
      entries.clear();
    }

    private void settle() {
      ReservationSheet sheet = sheet();
      for (UseChange change : new UseBatch(sheet, counting(), Set.of(), now).settle(looked)) {
        if (change.overLimit().isPresent()) {
          assertThat(flagged.add(change.order().orderId())).isTrue();
        } else {
          assertThat(flagged.remove(change.order().orderId())).isTrue();
        }
      }
      save(sheet);
      looked = List.of();
    }

    private UsingOrder using(String order) {
      return new UsingOrder(
          new OrderRef("main", order),
          START,
          Optional.of(customer(order)),
          new Money("EUR", 10_000),
          Map.of("code-1", new Money("EUR", 250)));
    }

    private ReservationSheet sheet() {
      return new ReservationSheet(Map.of("code-1", code), Map.of("code-1", book), stored.values());
    }

    private void save(ReservationSheet sheet) {
      sheet.added().forEach(each -> stored.put(ReservationKey.of(each), each));
      sheet.changed().forEach(each -> stored.put(ReservationKey.of(each), each));
    }

    private Set<OrderRef> counting() {
      Set<OrderRef> counting = new HashSet<>();
      standing.forEach(order -> counting.add(new OrderRef("main", order)));
      return counting;
    }
  }
}
