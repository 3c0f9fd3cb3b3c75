/** Shops, and what their conversions take as given when they do not tell it. */
@NullMarked
package dev.tributary.attribution.storefront;

import org.jspecify.annotations.NullMarked;
