package dev.tributary.attribution.promocode;

/** Why an order does not get a use of a known code; named as the contract's reasons. */
public enum ReservationRefusal {
  /** The code is not valid yet. */
  NOT_STARTED,
  /** The code is no longer valid. */
  ENDED,
  /** The code is switched off. */
  DISABLED,
  /** The order's currency is not that of the code's limits. */
  CURRENCY_MISMATCH,
  /** The order is worth less than the code asks for. */
  MINIMUM_AMOUNT,
  /** The limits look at customers, and the order tells none. */
  CUSTOMER_NOT_TOLD,
  /** The customer has ordered before. */
  NOT_FIRST_ORDER,
  /** The customer has all uses of one customer. */
  LIMIT_CUSTOMER,
  /** All uses are held or made. */
  LIMIT_TOTAL,
  /** The budget does not cover the discount. */
  LIMIT_BUDGET
}
