/** The other service that a class of the bad house wrongly uses. */
@NullMarked
package dev.tributary.metrics.badhouse;

import org.jspecify.annotations.NullMarked;
