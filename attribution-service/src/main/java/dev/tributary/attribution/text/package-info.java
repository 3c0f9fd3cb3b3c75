/** Comparing texts as people do. */
@NullMarked
package dev.tributary.attribution.text;

import org.jspecify.annotations.NullMarked;
