/** Faults in the data: listed for the reader, never corrected or left out. */
@NullMarked
package dev.tributary.metrics.fault;

import org.jspecify.annotations.NullMarked;
