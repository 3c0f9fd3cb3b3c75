package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.CodeUse;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.PromoCodeReservation;
import dev.tributary.attribution.v1.PromoCodeReservationState;
import dev.tributary.attribution.v1.ReleasePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The uses of all codes, from the first fact to the last. */
final class Uses {
  private final History history;

  /** How many facts it knows. */
  private int read;

  private final Map<String, PromoCode> codes = new TreeMap<>();
  private final Map<String, Use> uses = new LinkedHashMap<>();

  Uses(History history) {
    this.history = history;
  }

  /** Goes on to the end of the facts, of which it knows the first ones. */
  Uses read() {
    List<Fact> facts = history.facts();
    while (read < facts.size()) {
      take(facts.get(read));
      for (Fact.Ordered order : ordersOf(facts.subList(0, read + 1))) {
        if (history.books(order.key()).isRevisedBy(read)) {
          settle(history.books(order.key()));
        }
      }
      read++;
    }
    return this;
  }

  Collection<Use> all() {
    return uses.values();
  }

  Optional<Use> of(String codeId, String orderKey) {
    return Optional.ofNullable(uses.get(codeId + " " + orderKey));
  }

  /** The uses of an order that no limit allowed. */
  List<Use> overLimit(OrderKey key) {
    return uses.values().stream()
        .filter(use -> use.isOverLimit() && use.told().getOrderKey().equals(key.orderId()))
        .filter(use -> isPurchaseOf(key, use))
        .toList();
  }

  Limits limits(String codeId) {
    return new Limits(codes.get(codeId), uses.values());
  }

  /** The code of which the order has a use, else the one of now. */
  Optional<Fact.Coded> codeToReserve(ReservePromoCodeRequest request, Instant now) {
    return codeOf(
        request.getStorefrontId(), request.getCode(), request.getOrderKey(), now, Use::counts);
  }

  /** The code of which the order has, else had, a use, else the one of now. */
  Optional<Fact.Coded> codeToRelease(ReleasePromoCodeRequest request, Instant now) {
    return codeOf(
        request.getStorefrontId(), request.getCode(), request.getOrderKey(), now, any -> true);
  }

  private Optional<Fact.Coded> codeOf(
      String storefrontId, String text, String orderKey, Instant now, Predicate<Use> test) {
    List<Fact> facts = history.facts();
    return Codes.withLetters(storefrontId, text, facts).stream()
        .filter(code -> of(code.codeId(), orderKey).filter(test).isPresent())
        .max(
            Comparator.comparing(
                    (Fact.Coded code) -> of(code.codeId(), orderKey).orElseThrow().counts())
                .thenComparing(
                    code ->
                        Moments.of(
                            of(code.codeId(), orderKey).orElseThrow().told().getCreateTime()))
                .thenComparing(Fact.Coded::codeId))
        .or(() -> Codes.at(storefrontId, text, now, facts));
  }

  /** Whether the customer of a checkout has a purchase in the shop already. */
  boolean hasOtherOrder(ReservePromoCodeRequest request) {
    return !otherOrders(request.getStorefrontId(), request.getCustomerId(), request.getOrderKey())
        .isEmpty();
  }

  private boolean isPurchaseOf(OrderKey key, Use use) {
    return key.type() == ConversionType.CONVERSION_TYPE_PURCHASE
        && codes.get(use.told().getCodeId()).getStorefrontId().equals(key.storefrontId());
  }

  private void take(Fact fact) {
    if (fact instanceof Fact.Coded coded) {
      codes.put(coded.codeId(), coded.code());
    } else if (fact instanceof Fact.Reserved reserved) {
      put(
          new Use(
              held(reserved.codeId(), reserved.request(), reserved.at()),
              reserved.request().getCustomerId()));
    } else if (fact instanceof Fact.Released released) {
      of(released.codeId(), released.orderKey())
          .filter(Use::isHeld)
          .ifPresent(
              use -> end(use, PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_RELEASED));
    } else if (fact instanceof Fact.TimePassed passed) {
      List.copyOf(uses.values()).stream()
          .filter(use -> isDue(use, passed.at()))
          .forEach(use -> end(use, PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_EXPIRED));
    }
  }

  static boolean isDue(Use use, Instant now) {
    return use.isHeld() && !Moments.of(use.told().getExpireTime()).isAfter(now);
  }

  static PromoCodeReservation held(String codeId, ReservePromoCodeRequest request, Instant now) {
    Duration ttl =
        request.hasTtl()
            ? Duration.ofSeconds(request.getTtl().getSeconds())
            : Duration.ofMinutes(15);
    return PromoCodeReservation.newBuilder()
        .setCodeId(codeId)
        .setOrderKey(request.getOrderKey())
        .setState(PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_HELD)
        .setAmount(request.getAmount())
        .setDiscount(request.getDiscount())
        .setCreateTime(Moments.of(now))
        .setExpireTime(Moments.of(now.plus(ttl)))
        .build();
  }

  /** Nobody loses the use of an order that stands. */
  private void end(Use use, PromoCodeReservationState otherwise) {
    OrderKey key =
        new OrderKey(
            codes.get(use.told().getCodeId()).getStorefrontId(),
            ConversionType.CONVERSION_TYPE_PURCHASE,
            use.told().getOrderKey());
    boolean stands = history.order(key).isPresent() && history.books(key).usesCodesAt(read);
    put(use.in(stands ? PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_USED : otherwise));
  }

  /** Whatever is new of an order: its uses become what they should be. */
  private void settle(Books books) {
    Conversion order = books.order();
    if (order.getTest() || order.getType() != ConversionType.CONVERSION_TYPE_PURCHASE) {
      return;
    }
    Map<String, Long> typed = typed(books);
    TreeSet<String> all = new TreeSet<>(typed.keySet());
    for (Use use : uses.values()) {
      if (use.told().getOrderKey().equals(order.getOrderId())
          && isPurchaseOf(History.keyOf(order), use)) {
        all.add(use.told().getCodeId());
      }
    }
    boolean counts = books.usesCodesAt(read);
    for (String codeId : all) {
      Optional<Use> use = of(codeId, order.getOrderId());
      if (!counts) {
        use.filter(each -> each.isUsed() || each.isOverLimit())
            .ifPresent(
                each ->
                    put(each.in(PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_RELEASED)));
      } else if (use.filter(Use::isHeld).isPresent()) {
        put(use.get().in(PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_USED));
      } else if (typed.containsKey(codeId)
          && use.filter(each -> each.isUsed() || each.isOverLimit()).isEmpty()) {
        judge(codeId, order, typed.get(codeId));
      }
    }
  }

  /** An order without a hold takes a use, or is over a limit. */
  private void judge(String codeId, Conversion order, long discountMinor) {
    Money.Builder money = Money.newBuilder().setCurrencyCode(order.getCurrencyCode());
    Money amount = money.setMinorUnits(order.getComponents().getItemsMinor()).build();
    Money discount = money.setMinorUnits(discountMinor).build();
    Optional<ErrorReason> refusal =
        limits(codeId).refusal(order.getCustomerId(), amount, discount, hasEarlierOrder(order));
    Instant now = history.facts().get(read).at();
    PromoCodeReservation.Builder told =
        PromoCodeReservation.newBuilder()
            .setCodeId(codeId)
            .setOrderKey(order.getOrderId())
            .setState(
                refusal.isPresent()
                    ? PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_OVER_LIMIT
                    : PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_USED)
            .setAmount(amount)
            .setDiscount(discount)
            .setCreateTime(Moments.of(now))
            .setExpireTime(Moments.of(now));
    refusal.ifPresent(told::setReason);
    put(new Use(told.build(), order.getCustomerId()));
  }

  /**
   * What each code took off that was valid: as told, else, for the first that does not tell, what
   * all that tell leave of the order's discount.
   */
  private static Map<String, Long> typed(Books books) {
    Conversion order = books.order();
    long left =
        Math.max(
            0,
            order.getComponents().getDiscountMinor()
                - order.getCodesList().stream().mapToLong(CodeUse::getDiscountMinor).sum());
    Map<String, Long> typed = new LinkedHashMap<>();
    for (Codes.Typed code : books.codes) {
      if (code.isUsable()) {
        boolean told = code.use().hasDiscountMinor();
        typed.put(code.codeId(), told ? code.use().getDiscountMinor() : left);
        left = told ? left : 0;
      }
    }
    return typed;
  }

  /** In the same shop, by its time; one of the same time with a smaller id is earlier. */
  private boolean hasEarlierOrder(Conversion order) {
    return otherOrders(order.getStorefrontId(), order.getCustomerId(), order.getOrderId()).stream()
        .anyMatch(
            other -> {
              int compared =
                  Moments.of(other.getConversionTime())
                      .compareTo(Moments.of(order.getConversionTime()));
              return compared < 0
                  || (compared == 0 && other.getOrderId().compareTo(order.getOrderId()) < 0);
            });
  }

  /** Other purchases of a customer in a shop, tests left out. */
  private List<Conversion> otherOrders(String storefrontId, String customer, String orderId) {
    int known = Math.min(read + 1, history.facts().size());
    return ordersOf(history.facts().subList(0, known)).stream()
        .map(Fact.Ordered::order)
        .filter(other -> !customer.isEmpty() && other.getCustomerId().equals(customer))
        .filter(other -> other.getStorefrontId().equals(storefrontId))
        .filter(other -> other.getType() == ConversionType.CONVERSION_TYPE_PURCHASE)
        .filter(other -> !other.getTest() && !other.getOrderId().equals(orderId))
        .toList();
  }

  private static List<Fact.Ordered> ordersOf(List<Fact> facts) {
    return facts.stream()
        .filter(Fact.Ordered.class::isInstance)
        .map(Fact.Ordered.class::cast)
        .toList();
  }

  private void put(Use use) {
    uses.put(use.key(), use);
  }
}
