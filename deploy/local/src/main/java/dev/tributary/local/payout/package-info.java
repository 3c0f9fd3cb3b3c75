/** Closing a month: terms, statements and payments from the command line. */
@NullMarked
package dev.tributary.local.payout;

import org.jspecify.annotations.NullMarked;
