/** Tests of what campaigns lack. */
@NullMarked
package dev.tributary.metrics.setup;

import org.jspecify.annotations.NullMarked;
