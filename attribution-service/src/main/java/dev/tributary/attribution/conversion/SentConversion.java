package dev.tributary.attribution.conversion;

import dev.tributary.attribution.storefront.Storefront;
import dev.tributary.runtime.api.Rejected;

/**
 * A conversion as it was sent, without the defaults of its storefront: those are read in the
 * transaction that writes it.
 *
 * @param workspace whose conversion it is
 * @param conversion what was told; what it leaves to the storefront has no meaning yet
 * @param shard where it lives
 */
record SentConversion(String workspace, Conversion conversion, int shard) implements OrderEvent {

  static SentConversion of(String workspace, Conversion conversion) {
    return new SentConversion(workspace, conversion, conversion.key().shard(workspace));
  }

  @Override
  public ConversionKey key() {
    return conversion.key();
  }

  /**
   * The conversion with the defaults of its shop.
   *
   * @throws Rejected if the shop has no default for what was left to it, or what comes out is no
   *     sale
   */
  Conversion completed(Storefront storefront) throws Rejected {
    Conversion completed = conversion.withDefaults(storefront.currency(), storefront.taxMode());
    SaleRules.check(completed);
    return completed;
  }
}
