/** Ties the shop's own list of orders out against the ledger: every difference has a reason. */
@NullMarked
package dev.tributary.attribution.reconciliation;

import org.jspecify.annotations.NullMarked;
