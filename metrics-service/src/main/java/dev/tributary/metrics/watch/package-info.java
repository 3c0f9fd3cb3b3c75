/** Campaigns on their way, and those who watch them. */
@NullMarked
package dev.tributary.metrics.watch;

import org.jspecify.annotations.NullMarked;
