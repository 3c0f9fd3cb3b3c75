/** Money spent, item by item. */
@NullMarked
package dev.tributary.metrics.cost;

import org.jspecify.annotations.NullMarked;
