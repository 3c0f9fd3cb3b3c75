package dev.tributary.local.demo.world;

import dev.tributary.attribution.v1.Conversion;
import java.util.List;

/** Where customers are, and which page they came from, as a checkout tells it. */
final class Whereabouts {
  private static final List<String> PAGES =
      List.of("l.instagram.com", "www.google.com", "m.youtube.com", "shop.example");

  private final Chance chance;

  Whereabouts(long seed) {
    this.chance = Chance.of(seed, "whereabouts");
  }

  /** Adds them to an order of somebody from the audience. */
  void addTo(Conversion.Builder order) {
    order.setRegion(order.getStorefrontId().equals(HandOut.NORDIC) ? "SE" : home(chance));
    if (chance.happens(0.6)) {
      order.setReferrerHost(chance.oneOf(PAGES));
    }
  }

  /** A region of the audience of the shop that sells in euros. */
  static String home(Chance chance) {
    return chance.happens(0.8) ? "DE" : chance.happens(0.6) ? "AT" : "CH";
  }
}
