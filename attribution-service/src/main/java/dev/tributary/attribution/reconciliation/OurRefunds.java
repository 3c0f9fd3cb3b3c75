package dev.tributary.attribution.reconciliation;

/**
 * What was given back for an order, as the ledger has it, in minor units.
 *
 * @param appliedMinor part of the base that was taken back
 * @param heldMinor part that waits: for its order, or because it exceeds what is left
 * @param extras tax, shipping and tips that were given back beside the base
 */
record OurRefunds(long appliedMinor, long heldMinor, Extras extras) {
  /** Nothing was given back. */
  static final OurRefunds NONE = new OurRefunds(0, 0, Extras.NONE);
}
