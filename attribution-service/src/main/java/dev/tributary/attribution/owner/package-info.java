/** Whose work something is. */
@NullMarked
package dev.tributary.attribution.owner;

import org.jspecify.annotations.NullMarked;
