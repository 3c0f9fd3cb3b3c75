/** Tests of the metrics service as a whole. */
@NullMarked
package dev.tributary.metrics;

import org.jspecify.annotations.NullMarked;
