/** Measures the write path: one command, one run, ratios of figures that were taken together. */
@NullMarked
package dev.tributary.bench;

import org.jspecify.annotations.NullMarked;
