/** Tests of the vocabulary. */
@NullMarked
package dev.tributary.metrics.vocabulary;

import org.jspecify.annotations.NullMarked;
