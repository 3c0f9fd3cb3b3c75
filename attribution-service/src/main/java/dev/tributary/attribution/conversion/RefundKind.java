package dev.tributary.attribution.conversion;

/** Why money went back. */
public enum RefundKind {
  /** Goods came back or a price was reduced. */
  REFUND,
  /** The order was cancelled: all that is left goes back. */
  CANCEL,
  /** The customer's bank took it back. */
  CHARGEBACK,
  /** The bank decided for the shop: a chargeback is taken back. */
  REVERSAL
}
