/** Tests of the tie-out from the command line. */
@NullMarked
package dev.tributary.local.reconcile;

import org.jspecify.annotations.NullMarked;
