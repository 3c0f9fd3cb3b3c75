/** Promo codes from the command line: what they may do, new ones, and those that must go. */
@NullMarked
package dev.tributary.local.codes;

import org.jspecify.annotations.NullMarked;
