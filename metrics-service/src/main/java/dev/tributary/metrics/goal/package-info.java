/** What campaigns are for and want to reach. */
@NullMarked
package dev.tributary.metrics.goal;

import org.jspecify.annotations.NullMarked;
