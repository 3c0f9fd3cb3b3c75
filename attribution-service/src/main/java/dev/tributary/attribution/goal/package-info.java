/** What persons can reach, and what is true of each goal. */
@NullMarked
package dev.tributary.attribution.goal;

import org.jspecify.annotations.NullMarked;
