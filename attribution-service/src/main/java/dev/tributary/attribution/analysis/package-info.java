/** Sums over the ledger. */
@NullMarked
package dev.tributary.attribution.analysis;

import org.jspecify.annotations.NullMarked;
