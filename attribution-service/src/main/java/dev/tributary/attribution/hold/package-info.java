/**
 * Holds: why an order's credit is not paid for now. Rules look at each order after it was credited,
 * persons place and resolve holds; a hold changes what may be paid, never the credit, unless it is
 * rejected.
 */
@NullMarked
package dev.tributary.attribution.hold;

import org.jspecify.annotations.NullMarked;
