/** Promo codes: how they are compared, who owns them when, and when they are valid. */
@NullMarked
package dev.tributary.attribution.promocode;

import org.jspecify.annotations.NullMarked;
