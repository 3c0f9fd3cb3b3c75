/**
 * What a platform's own name for a number means: a dated table from native names to canonical
 * metrics.
 */
@NullMarked
package dev.tributary.metrics.vocabulary;

import org.jspecify.annotations.NullMarked;
