/** Telling what was given back on one order, and what that takes from whom. */
@NullMarked
package dev.tributary.local.refund;

import org.jspecify.annotations.NullMarked;
