package dev.tributary.attribution.identity;

/** How a touch belongs to the person of a conversion; of several that apply the first is told. */
public enum Belonging {
  /** It is the conversion's own visitor's. */
  VISITOR,
  /** It names the conversion's customer. */
  CUSTOMER,
  /** It is another visitor's, from a time in which that was the conversion's customer. */
  LINKED_VISITOR,
  /** The checkout carried its id. */
  CLICK
}
