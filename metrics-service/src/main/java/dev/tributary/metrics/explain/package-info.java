/** One number opened: its inputs, the units behind it, what is missing, and the computation. */
@NullMarked
package dev.tributary.metrics.explain;

import org.jspecify.annotations.NullMarked;
