/** Exchange rates by pair and day. */
@NullMarked
package dev.tributary.metrics.rate;

import org.jspecify.annotations.NullMarked;
