package dev.tributary.attribution.credit;

import java.util.Locale;

/** One part of what an order is made of. */
public enum Component {
  /** Items at list price, before discounts. */
  ITEMS,
  /** All discounts on items. */
  DISCOUNT,
  /** Tax on the items after discounts. */
  TAX,
  /** Shipping with its tax. */
  SHIPPING,
  /** Part paid by gift card; a means of payment, no part of any base. */
  GIFT_CARD,
  /** Tip. */
  TIP;

  /** Name of the field that carries the part, for example {@code gift_card_minor}. */
  public String fieldName() {
    return name().toLowerCase(Locale.ROOT) + "_minor";
  }
}
