/** Tracking links, and the touches that clicks are counted from. */
@NullMarked
package dev.tributary.metrics.click;

import org.jspecify.annotations.NullMarked;
