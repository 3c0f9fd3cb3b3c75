/**
 * Snapshots of the counters of posts and accounts, every one of them kept under its native names.
 */
@NullMarked
package dev.tributary.metrics.observation;

import org.jspecify.annotations.NullMarked;
