/** Tests of campaigns that are watched. */
@NullMarked
package dev.tributary.metrics.watch;

import org.jspecify.annotations.NullMarked;
