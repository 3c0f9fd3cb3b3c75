package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.EraseSubjectRequest;
import dev.tributary.attribution.v1.LockPeriodRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** What happens to a shop next, by chance. */
final class Happenings {
  private static final int ORDERS = 24;

  private final Chance chance;
  private final Tellers tellers;
  private final Teller teller;
  private final RandomTouches touches;
  private final RandomIdentities identities;
  private final RandomOrders orders;
  private final RandomCodes codes;
  private final RandomHolds holds;
  private final RandomUses uses;

  private final List<Runnable> kinds = new ArrayList<>();
  private int erasures;

  /** Orders that have not arrived; some are known by what happens to them. */
  private final List<OrderKey> toCome = new ArrayList<>();

  Happenings(Chance chance, Tellers tellers) {
    this.chance = chance;
    this.tellers = tellers;
    this.teller = tellers.facts();
    this.touches = new RandomTouches(chance);
    this.identities = new RandomIdentities(chance);
    this.orders = new RandomOrders(chance);
    this.codes = new RandomCodes(chance, tellers);
    this.holds = new RandomHolds(chance, tellers);
    this.uses = new RandomUses(chance, tellers);
    addKinds();
    for (int i = 1; i <= ORDERS; i++) {
      toCome.add(
          new OrderKey(
              chance.oneIn(4) ? RandomShop.OTHER : RandomShop.MAIN,
              chance.oneIn(8)
                  ? ConversionType.CONVERSION_TYPE_SIGN_UP
                  : ConversionType.CONVERSION_TYPE_PURCHASE,
              "o" + i));
    }
  }

  /** What may happen, each as often as it is likely. */
  private void addKinds() {
    add(20, () -> teller.tell(touches.any(now(), history().orders()), ""));
    add(8, () -> teller.tell(identities.any(now(), history()), ""));
    add(20, this::arrive);
    add(12, () -> teller.tell(orders.refund(someOrder(), history()), ""));
    add(6, () -> teller.tell(orders.amendment(someOrder(), history()), ""));
    add(8, () -> known(order -> teller.tell(List.of(orders.paid(order, now())), "")));
    add(14, holds::next);
    add(10, this::checkOut);
    add(10, codes::change);
    add(6, this::lock);
    add(2, this::forget);
    add(5, this::again);
    add(5, this::otherwise);
  }

  private void add(int times, Runnable kind) {
    kinds.addAll(Collections.nCopies(times, kind));
  }

  /** Lets one thing happen. */
  void next() {
    chance.of(kinds).run();
  }

  /** Several checkouts, since they need nothing to come to rest. */
  private void checkOut() {
    for (int i = chance.below(4); i >= 0; i--) {
      uses.next(someOrder());
    }
  }

  /** Closes what is not closed yet, up to now or to some time ago. */
  private void lock() {
    Instant start =
        history().all(Fact.Locked.class).stream()
            .map(Fact.Locked::end)
            .reduce((earlier, later) -> later)
            .orElse(Services.START.minus(Duration.ofDays(60)));
    Instant ago = now().minus(Duration.ofHours(chance.below(3) * 30L));
    tellers
        .commissions()
        .lock(
            LockPeriodRequest.newBuilder()
                .setLockId("lock-at-" + now().getEpochSecond())
                .setTimeRange(Days.between(start, ago.isAfter(start) ? ago : now()))
                .build());
  }

  private void forget() {
    erasures++;
    EraseSubjectRequest.Builder request =
        EraseSubjectRequest.newBuilder().setErasureId("e" + erasures);
    int person = chance.below(RandomTouches.PERSONS);
    if (chance.oneIn(2)) {
      String visitor = chance.oneIn(3) ? "shared" : "visitor-" + person;
      teller.erase(Erasure.ofVisitor(visitor), request.setVisitorId(visitor).build());
    } else {
      String customer = "customer-" + person;
      teller.erase(
          Erasure.ofCustomer(customer, history().facts()), request.setCustomerId(customer).build());
    }
  }

  /** One order, or some in one call. */
  void arrive() {
    List<Conversion> all = new ArrayList<>();
    if (toCome.isEmpty()) {
      again();
      return;
    }
    for (int i = chance.oneIn(5) ? 3 : 1; i > 0 && !toCome.isEmpty(); i--) {
      all.add(orders.order(toCome.remove(chance.below(toCome.size())), now(), touches, history()));
    }
    if (all.size() > 1) {
      all.replaceAll(RandomOrders::withoutLimits);
    }
    teller.tell(all, "");
  }

  /** One that has arrived, or sometimes one that has not. */
  private OrderKey someOrder() {
    List<Fact.Ordered> arrived = history().orders();
    return arrived.isEmpty() || (!toCome.isEmpty() && chance.oneIn(4))
        ? toCome.get(chance.below(Math.min(3, toCome.size())))
        : chance.of(arrived).key();
  }

  private void known(Consumer<Conversion> then) {
    List<Fact.Ordered> arrived = history().orders();
    if (!arrived.isEmpty()) {
      then.accept(chance.of(arrived).order());
    }
  }

  /** Tells something that was told before. */
  private void again() {
    History history = history();
    switch (chance.below(5)) {
      case 4 -> one(known(Fact.Identified.class), fact -> teller.tell(fact.link(), ""));
      case 0 -> one(known(Fact.Touched.class), fact -> teller.tell(fact.touch(), ""));
      case 1 -> one(history.all(Fact.Refunded.class), fact -> teller.tell(fact.refund(), ""));
      case 2 -> one(history.all(Fact.Amended.class), fact -> teller.tell(fact.amendment(), ""));
      default -> known(order -> teller.tell(List.of(order), ""));
    }
  }

  /** Tells something that was told before, with one field changed. */
  private void otherwise() {
    History history = history();
    switch (chance.below(5)) {
      case 4 ->
          one(
              known(Fact.Identified.class),
              fact -> changed(fact.link(), identities::differing, teller::tell));
      case 0 ->
          one(
              known(Fact.Touched.class),
              fact -> changed(fact.touch(), touches::differing, teller::tell));
      case 1 ->
          one(
              history.all(Fact.Refunded.class),
              fact -> changed(fact.refund(), orders::differing, teller::tell));
      case 2 ->
          one(
              history.all(Fact.Amended.class),
              fact -> changed(fact.amendment(), orders::differing, teller::tell));
      default ->
          known(
              order ->
                  changed(
                      order,
                      orders::differing,
                      (Conversion other, String field) -> teller.tell(List.of(other), field)));
    }
  }

  private History history() {
    return tellers.talk().history();
  }

  private Instant now() {
    return tellers.talk().now();
  }

  /** Those that still name who they named: nobody else can tell them again. */
  private <F extends Fact> List<F> known(Class<F> kind) {
    return history().all(kind).stream()
        .filter(fact -> !fact.toString().contains(Erasure.TOMBSTONE))
        .toList();
  }

  private <T> void one(List<T> all, Consumer<T> then) {
    if (!all.isEmpty()) {
      then.accept(chance.of(all));
    }
  }

  private static <T> void changed(
      T known, Function<T, Differing<T>> changing, BiConsumer<T, String> telling) {
    Differing<T> other = changing.apply(known);
    telling.accept(other.content(), other.field());
  }

  /**
   * Something told before with one field changed.
   *
   * @param field the one that has to be named
   */
  record Differing<T>(T content, String field) {}
}
