package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.CreatorIdentities;
import dev.tributary.attribution.v1.HoldSettings;
import dev.tributary.attribution.v1.ReplayHoldsRequest;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.type.v1.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the rules that hold orders know, and when they look again. */
final class RandomRules {
  private final Chance chance;
  private final Tellers tellers;

  RandomRules(Chance chance, Tellers tellers) {
    this.chance = chance;
    this.tellers = tellers;
  }

  void next() {
    if (chance.oneIn(2)) {
      tellers.holds().names(somebody());
    } else if (chance.oneIn(2)) {
      settings();
    } else {
      replay(Days.some(chance, tellers.talk().now()));
    }
    if (chance.oneIn(2)) {
      Instant now = tellers.talk().now();
      replay(Days.between(now.minus(Duration.ofDays(60)), now.plusSeconds(1)));
    }
  }

  /** As whom a creator shops: often as one of those who buy. */
  private CreatorIdentities somebody() {
    int person = chance.below(RandomTouches.PERSONS);
    CreatorIdentities.Builder creator =
        CreatorIdentities.newBuilder().setCreatorId(chance.of(RandomShop.CREATORS));
    switch (chance.below(4)) {
      case 0 -> creator.addCustomerIds("customer-" + person).addVisitorIds("visitor-" + person);
      case 1 -> creator.addEmails(chance.of(RandomOrders.EMAILS));
      case 2 ->
          creator.addVisitorIds("visitor-" + person).addEmails(chance.of(RandomOrders.EMAILS));
      default -> {
        // Nothing is known any more.
      }
    }
    return creator.build();
  }

  private void settings() {
    String id = chance.oneIn(3) ? RandomShop.OTHER : RandomShop.MAIN;
    Storefront shop = history().storefront(id);
    HoldSettings.Builder settings = HoldSettings.newBuilder();
    switch (chance.below(4)) {
      case 0 -> settings.setSelfPurchasesAllowed(true);
      case 1 -> settings.setImpossibleTimeOff(true);
      case 2 -> settings.setMinSecondsToConversion(chance.below(3_601));
      default -> {
        // As the contract says for what is not told.
      }
    }
    tellers.facts().has(shop.toBuilder().setHoldSettings(settings).build());
  }

  /** Often of everything, right after what the rules know has changed. */
  private void replay(TimeRange range) {
    ReplayHoldsRequest.Builder request = ReplayHoldsRequest.newBuilder().setTimeRange(range);
    Optional<String> shop =
        chance.oneIn(3) ? Optional.of(RandomShop.MAIN) : Optional.<String>empty();
    shop.ifPresent(request::setStorefrontId);
    tellers
        .holds()
        .replay(
            request.build(),
            history()
                .orders(
                    books ->
                        !books.order().getTest()
                            && Days.isIn(range, books.time())
                            && shop.map(books.order().getStorefrontId()::equals).orElse(true)));
  }

  private History history() {
    return tellers.talk().history();
  }
}
