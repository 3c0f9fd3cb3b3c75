/** A campaign as the other services would answer it, for tests. */
@NullMarked
package dev.tributary.reporting.sample;

import org.jspecify.annotations.NullMarked;
