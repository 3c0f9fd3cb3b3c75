/** How values that several tables share stand in columns. */
@NullMarked
package dev.tributary.attribution.store;

import org.jspecify.annotations.NullMarked;
