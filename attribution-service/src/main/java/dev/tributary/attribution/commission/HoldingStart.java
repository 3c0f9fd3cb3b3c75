package dev.tributary.attribution.commission;

/** From when the holding period counts. */
public enum HoldingStart {
  /** The time of the conversion. */
  CONVERSION,
  /** The time of the newest posting of the conversion, so that each refund starts it anew. */
  LAST_POSTING
}
