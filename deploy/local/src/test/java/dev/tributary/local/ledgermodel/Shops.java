package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.Storefront;
import java.util.List;

/** Storefronts as they stood. */
final class Shops {
  private Shops() {}

  /** A shop by the last of the facts that tells of it; without one, one without any settings. */
  static Storefront at(List<Fact> known, String storefrontId) {
    return known.stream()
        .filter(Fact.Furnished.class::isInstance)
        .map(fact -> ((Fact.Furnished) fact).storefront())
        .filter(shop -> shop.getStorefrontId().equals(storefrontId))
        .reduce((earlier, later) -> later)
        .orElse(Storefront.getDefaultInstance());
  }
}
