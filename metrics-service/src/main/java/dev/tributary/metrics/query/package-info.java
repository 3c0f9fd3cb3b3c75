/** The calls of the KPI service: questions parsed, facts read in one snapshot, answers written. */
@NullMarked
package dev.tributary.metrics.query;

import org.jspecify.annotations.NullMarked;
