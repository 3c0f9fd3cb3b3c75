package dev.tributary.local.ledgermodel;

import com.google.protobuf.Duration;
import dev.tributary.attribution.v1.ReleasePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.type.v1.Money;
import java.util.ArrayList;
import java.util.List;

/** Checkouts that hold uses of codes, give them back, or leave. */
final class RandomUses {
  private final Chance chance;
  private final Tellers tellers;

  /** What was asked for. */
  private final List<ReservePromoCodeRequest> asked = new ArrayList<>();

  RandomUses(Chance chance, Tellers tellers) {
    this.chance = chance;
    this.tellers = tellers;
  }

  /** About an order that may have arrived. */
  void next(OrderKey order) {
    if (!asked.isEmpty() && chance.oneIn(4)) {
      ReservePromoCodeRequest before = chance.of(asked);
      tellers
          .uses()
          .release(
              ReleasePromoCodeRequest.newBuilder()
                  .setCode(before.getCode())
                  .setStorefrontId(before.getStorefrontId())
                  .setOrderKey(before.getOrderKey())
                  .build());
    } else if (!asked.isEmpty() && chance.oneIn(4)) {
      tellers.uses().reserve(again(chance.of(asked)));
    } else {
      ReservePromoCodeRequest request = checkout(order);
      asked.add(request);
      tellers.uses().reserve(request);
    }
  }

  /** The same, or the same otherwise. */
  private ReservePromoCodeRequest again(ReservePromoCodeRequest before) {
    ReservePromoCodeRequest.Builder request = before.toBuilder();
    switch (chance.below(6)) {
      case 0 -> request.setCustomerId("customer-" + chance.below(RandomTouches.PERSONS));
      case 1 -> request.setDiscount(money(before.getAmount().getCurrencyCode(), 0));
      case 2 -> request.setAmount(money(before.getAmount().getCurrencyCode(), 777));
      default -> {
        // Nothing else.
      }
    }
    return request.build();
  }

  private ReservePromoCodeRequest checkout(OrderKey order) {
    String currency =
        order.storefrontId().equals(RandomShop.OTHER) || chance.oneIn(8) ? "JPY" : "EUR";
    ReservePromoCodeRequest.Builder request =
        ReservePromoCodeRequest.newBuilder()
            .setCode(chance.of(chance.oneIn(6) ? RandomShop.CODES : RandomShop.LIMITED))
            .setStorefrontId(order.storefrontId())
            .setOrderKey(order.orderId())
            .setAmount(money(currency, 5 + chance.below(1_000)))
            .setDiscount(money(currency, chance.below(6)));
    if (!chance.oneIn(4)) {
      request.setCustomerId("customer-" + chance.below(RandomTouches.PERSONS));
    }
    if (!chance.oneIn(4)) {
      request.setTtl(Duration.newBuilder().setSeconds(3_600L * (1 + chance.below(24 * 7))));
    }
    return request.build();
  }

  private static Money money(String currency, long minor) {
    return Money.newBuilder().setCurrencyCode(currency).setMinorUnits(minor).build();
  }
}
