/** Tests of following and applying the feeds. */
@NullMarked
package dev.tributary.metrics.feed;

import org.jspecify.annotations.NullMarked;
