/** Tests of loading facts. */
@NullMarked
package dev.tributary.metrics.load;

import org.jspecify.annotations.NullMarked;
