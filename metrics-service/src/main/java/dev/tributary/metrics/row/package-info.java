/**
 * How entries of a feed become rows: written once, and the same rows whatever order pages come in.
 */
@NullMarked
package dev.tributary.metrics.row;

import org.jspecify.annotations.NullMarked;
