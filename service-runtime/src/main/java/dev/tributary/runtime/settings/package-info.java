/**
 * Typed settings from flags and environment: read once at start, every problem reported at once.
 */
@NullMarked
package dev.tributary.runtime.settings;

import org.jspecify.annotations.NullMarked;
