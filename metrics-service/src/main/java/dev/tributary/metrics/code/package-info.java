/** Promo codes as attribution tells them: whose they are and when they can be used. */
@NullMarked
package dev.tributary.metrics.code;

import org.jspecify.annotations.NullMarked;
