/**
 * The two feeds this service is built from: how their entries arrive, and how each reaches its
 * table.
 */
@NullMarked
package dev.tributary.metrics.feed;

import org.jspecify.annotations.NullMarked;
