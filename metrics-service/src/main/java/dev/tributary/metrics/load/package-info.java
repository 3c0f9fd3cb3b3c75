/** Reads what a question needs, in few statements of one transaction, and makes facts of it. */
@NullMarked
package dev.tributary.metrics.load;

import org.jspecify.annotations.NullMarked;
