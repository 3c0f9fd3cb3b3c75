/** Comparing the shop's orders with the ledger, line by line. */
@NullMarked
package dev.tributary.local.reconcile;

import org.jspecify.annotations.NullMarked;
