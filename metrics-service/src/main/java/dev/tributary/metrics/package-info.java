/** KPIs, series, benchmarks and targets, computed from the feeds of ingestion and attribution. */
@NullMarked
package dev.tributary.metrics;

import org.jspecify.annotations.NullMarked;
