package dev.tributary.attribution.commission;

/**
 * The most that is earned. What a cap cut off comes back when refunds make room below it.
 *
 * @param order by one conversion
 * @param month by all conversions of a calendar month
 * @param total by all conversions ever
 */
public record Caps(PerCurrency order, PerCurrency month, PerCurrency total) {
  /** No cap. */
  public static final Caps NONE = new Caps(PerCurrency.NONE, PerCurrency.NONE, PerCurrency.NONE);
}
