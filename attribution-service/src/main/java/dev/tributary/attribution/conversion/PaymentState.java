package dev.tributary.attribution.conversion;

/**
 * Progress of a payment, in the order in which states reached at the same time follow each other.
 */
public enum PaymentState {
  /** Not captured yet. */
  PENDING,
  /** Captured. */
  PAID,
  /** Never captured. */
  VOIDED
}
