/** Batches judged item by item: what is new, what is known, and what contradicts what is known. */
@NullMarked
package dev.tributary.attribution.batch;

import org.jspecify.annotations.NullMarked;
