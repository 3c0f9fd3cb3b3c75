package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.ConversionKey;

/**
 * What the feed has been told that a conversion earned a collaboration in one currency.
 *
 * @param place which
 * @param accrued commission before refunds
 * @param reversed what refunds took back of it
 * @param discount what customers saved by the collaboration's codes
 */
record Accrued(Place place, Told accrued, Told reversed, Told discount) {
  /** Nothing was told. */
  static Accrued nothing(Place place) {
    return new Accrued(place, Told.NEVER, Told.NEVER, Told.NEVER);
  }

  /** After other amounts; those that are the same keep their number. */
  Accrued now(long accruedMinor, long reversedMinor, long discountMinor) {
    return new Accrued(
        place, accrued.now(accruedMinor), reversed.now(reversedMinor), discount.now(discountMinor));
  }

  /**
   * Whose and of what.
   *
   * @param key the conversion
   * @param collaborationId the collaboration
   * @param currency the currency
   */
  record Place(ConversionKey key, String collaborationId, String currency) {}

  /**
   * An amount with the number of its newest entry.
   *
   * @param minor the amount
   * @param number number of the entry; 0 before the first
   */
  record Told(long minor, int number) {
    static final Told NEVER = new Told(0, 0);

    Told now(long other) {
      return other == minor ? this : new Told(other, number + 1);
    }
  }
}
