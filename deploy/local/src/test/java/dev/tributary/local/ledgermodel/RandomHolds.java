package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.CodeUses;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.HoldFilter;
import dev.tributary.attribution.v1.HoldKey;
import dev.tributary.attribution.v1.HoldResolution;
import dev.tributary.attribution.v1.HoldRule;
import dev.tributary.attribution.v1.HoldState;
import dev.tributary.attribution.v1.OrderHold;
import dev.tributary.attribution.v1.PlaceHoldsRequest;
import dev.tributary.attribution.v1.ResolveHoldsRequest;
import dev.tributary.type.v1.TimeRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Doubts about orders, and what comes of them. */
final class RandomHolds {
  private static final List<HoldRule> OF_PERSONS =
      List.of(
          HoldRule.HOLD_RULE_UNSPECIFIED,
          HoldRule.HOLD_RULE_MANUAL,
          HoldRule.HOLD_RULE_CODE_LEAK,
          HoldRule.HOLD_RULE_CODE_ROTATION);

  private static final List<HoldResolution> RESOLUTIONS =
      List.of(
          HoldResolution.HOLD_RESOLUTION_RELEASE,
          HoldResolution.HOLD_RESOLUTION_REJECT,
          HoldResolution.HOLD_RESOLUTION_REJECT,
          HoldResolution.HOLD_RESOLUTION_RESTORE);

  private final Chance chance;
  private final Tellers tellers;
  private final RandomRules rules;
  private int commands;

  RandomHolds(Chance chance, Tellers tellers) {
    this.chance = chance;
    this.tellers = tellers;
    this.rules = new RandomRules(chance, tellers);
  }

  void next() {
    commands++;
    List<OrderHold> all = new ArrayList<>();
    orders().forEach(key -> all.addAll(history().books(key).holding.all()));
    if (orders().isEmpty() || chance.oneIn(3)) {
      rules.next();
    } else if (all.isEmpty() || chance.oneIn(3)) {
      place();
    } else if (chance.oneIn(3)) {
      resolveFiltered(chance.of(all));
    } else {
      resolve(chance.of(all));
    }
  }

  private void place() {
    PlaceHoldsRequest.Builder request =
        PlaceHoldsRequest.newBuilder()
            .setRule(chance.of(OF_PERSONS))
            .setActor("carla")
            .setReason("looks odd " + commands)
            .setBatchId("b" + commands);
    if (chance.oneIn(3)) {
      String codeId = someCodeId();
      TimeRange range = Days.some(chance, tellers.talk().now());
      request.setUses(CodeUses.newBuilder().setCodeId(codeId).setTimeRange(range));
      tellers
          .holds()
          .place(
              request.build(),
              history()
                  .orders(
                      books ->
                          !books.order().getTest()
                              && Days.isIn(range, books.time())
                              && books.decided.shares().stream()
                                  .anyMatch(share -> share.codeId().equals(codeId))));
      return;
    }
    if (chance.oneIn(2)) {
      request.setCodeId(someCodeId());
    }
    Set<OrderKey> keys = new LinkedHashSet<>();
    for (int i = chance.below(3); i >= 0; i--) {
      keys.add(chance.of(history().orders()).key());
    }
    if (chance.oneIn(15)) {
      keys.add(
          new OrderKey(RandomShop.MAIN, ConversionType.CONVERSION_TYPE_PURCHASE, "never-made"));
    }
    keys.forEach(key -> request.addOrders(holdKey(key, 0)));
    tellers.holds().place(request.build(), keys);
  }

  /** About one hold and, sometimes, all of another order. */
  private void resolve(OrderHold hold) {
    Map<OrderKey, Set<Integer>> numbers = new LinkedHashMap<>();
    numbers.put(key(hold), Set.of(chance.oneIn(2) ? 0 : hold.getKey().getHoldNo()));
    numbers.putIfAbsent(chance.of(history().orders()).key(), Set.of(0));
    ResolveHoldsRequest.Builder request = resolution(hold);
    numbers.forEach(
        (key, meant) -> meant.forEach(number -> request.addHolds(holdKey(key, number))));
    tell(request.build(), numbers, Optional.empty());
  }

  /** About all holds that are like one of them. */
  private void resolveFiltered(OrderHold like) {
    HoldFilter.Builder filter = HoldFilter.newBuilder();
    Predicate<Books> test;
    Optional<HoldRule> rule = Optional.empty();
    switch (chance.below(4)) {
      case 0 -> {
        rule = Optional.of(like.getRule());
        filter.setRule(like.getRule());
        test = books -> true;
      }
      case 1 -> {
        String creator = chance.of(RandomShop.CREATORS);
        filter.setCreatorId(creator);
        test =
            books ->
                books.ledger.everOf(
                    share ->
                        share
                            .owner()
                            .filter(owner -> owner.getCreatorId().equals(creator))
                            .isPresent());
      }
      case 2 -> {
        String codeId = someCodeId();
        filter.setCodeId(codeId);
        test = books -> books.ledger.everOf(share -> share.codeId().equals(codeId));
      }
      default -> {
        TimeRange range = Days.some(chance, tellers.talk().now());
        filter.setTimeRange(range).setStorefrontId(RandomShop.MAIN);
        test =
            books ->
                Days.isIn(range, books.time())
                    && books.order().getStorefrontId().equals(RandomShop.MAIN);
      }
    }
    ResolveHoldsRequest request = resolution(like).setFilter(filter).build();
    HoldState from =
        request.getResolution() == HoldResolution.HOLD_RESOLUTION_RESTORE
            ? HoldState.HOLD_STATE_REJECTED
            : HoldState.HOLD_STATE_HELD;
    Optional<HoldRule> wanted = rule;
    Map<OrderKey, Set<Integer>> numbers =
        HoldTeller.all(
            history()
                .orders(
                    test.and(
                        books ->
                            books.holding.all().stream()
                                .anyMatch(
                                    hold ->
                                        hold.getState() == from
                                            && wanted.map(hold.getRule()::equals).orElse(true)))));
    tell(request, numbers, rule);
  }

  /** Mostly one that can happen to the hold. */
  private ResolveHoldsRequest.Builder resolution(OrderHold hold) {
    boolean isRejected = hold.getState() == HoldState.HOLD_STATE_REJECTED;
    return ResolveHoldsRequest.newBuilder()
        .setResolution(
            isRejected && !chance.oneIn(4)
                ? HoldResolution.HOLD_RESOLUTION_RESTORE
                : chance.of(RESOLUTIONS))
        .setActor("david")
        .setReason("thought about it " + commands)
        .setBatchId("b" + commands);
  }

  private void tell(
      ResolveHoldsRequest request, Map<OrderKey, Set<Integer>> numbers, Optional<HoldRule> rule) {
    tellers
        .holds()
        .resolve(
            request,
            new Fact.HoldsResolved(
                numbers,
                rule,
                request.getResolution(),
                new Fact.Said(request.getActor(), request.getReason(), request.getBatchId()),
                tellers.talk().now()));
  }

  private String someCodeId() {
    return chance.of(history().all(Fact.Coded.class)).codeId();
  }

  private History history() {
    return tellers.talk().history();
  }

  private List<OrderKey> orders() {
    return history().orders(any -> true);
  }

  private static OrderKey key(OrderHold hold) {
    return new OrderKey(
        hold.getKey().getStorefrontId(), hold.getKey().getType(), hold.getKey().getOrderId());
  }

  private static HoldKey holdKey(OrderKey key, int number) {
    return HoldKey.newBuilder()
        .setStorefrontId(key.storefrontId())
        .setType(key.type())
        .setOrderId(key.orderId())
        .setHoldNo(number)
        .build();
  }
}
