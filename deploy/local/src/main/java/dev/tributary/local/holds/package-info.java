/** Holding orders back from being paid for, and deciding on them, from the command line. */
@NullMarked
package dev.tributary.local.holds;

import org.jspecify.annotations.NullMarked;
