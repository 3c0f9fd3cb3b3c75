package dev.tributary.attribution.touch;

/** Kinds of contact. */
public enum TouchType {
  /** A tracking link was followed. */
  CLICK,
  /** The site was entered with UTM parameters but without a click id. */
  VISIT
}
