/** Campaigns, creators, collaborations and posts as ingestion tells them. */
@NullMarked
package dev.tributary.metrics.catalog;

import org.jspecify.annotations.NullMarked;
