/** The other services: what is asked of them for a report, in the name of its caller. */
@NullMarked
package dev.tributary.reporting.peer;

import org.jspecify.annotations.NullMarked;
