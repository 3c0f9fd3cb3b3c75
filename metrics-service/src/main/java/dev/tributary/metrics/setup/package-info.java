/** What a campaign needs before it starts, and what it lacks. */
@NullMarked
package dev.tributary.metrics.setup;

import org.jspecify.annotations.NullMarked;
