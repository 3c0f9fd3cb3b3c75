package dev.tributary.attribution.commission;

/** How far a line has come. The first four follow from the clock and the order. */
public enum LineState {
  /** The holding period is not over, or the payment not captured. */
  PENDING,
  /** Comes into the next statement. */
  APPROVED,
  /** The order is held; comes into the next statement after its release. */
  HELD,
  /** The order was held and rejected before any statement had it; earns nothing. */
  REJECTED,
  /** In a statement. */
  LOCKED,
  /** In a statement that is paid. */
  PAID
}
