package dev.tributary.attribution.reconciliation;

/** Why the ledger and the shop's report differ; what is last explained least. */
enum DifferenceClass {
  /** The shop lists an order that was never recorded. */
  MISSING_HERE,
  /** An order was recorded that the shop does not list. */
  MISSING_THERE,
  /** A test on one side only. */
  TEST,
  /** Money given back, or an order cancelled, on one side only or in another amount. */
  REFUND,
  /** The shop counts tax, shipping or tips, or leaves them out where the ledger does not. */
  BASE,
  /** One order on two days. */
  TIME_ZONE,
  /** One code written in two ways. */
  CODE_SPELLING,
  /** A refund that waits here. */
  HELD,
  /** The shop counts an order for a code whose use the rules credit to somebody else or nobody. */
  POLICY,
  /** Within the tolerance. */
  TOLERATED,
  /** What is left. */
  UNEXPLAINED
}
