/** Forgetting persons: whoever has rows that name persons overwrites them here, all at once. */
@NullMarked
package dev.tributary.attribution.privacy;

import org.jspecify.annotations.NullMarked;
