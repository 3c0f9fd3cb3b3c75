/** What the four services share, and no business word but money. */
@NullMarked
package dev.tributary.runtime;

import org.jspecify.annotations.NullMarked;
