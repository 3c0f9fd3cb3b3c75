/** What collaborations earned, as attribution's ledger says. */
@NullMarked
package dev.tributary.metrics.commission;

import org.jspecify.annotations.NullMarked;
