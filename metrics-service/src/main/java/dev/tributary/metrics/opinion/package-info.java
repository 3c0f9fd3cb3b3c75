/** Audiences, comments, mentions, surveys and feedback: kept as they were observed. */
@NullMarked
package dev.tributary.metrics.opinion;

import org.jspecify.annotations.NullMarked;
