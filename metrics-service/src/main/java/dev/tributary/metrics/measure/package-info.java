/**
 * Base measures: what is counted, for which units, and how a unit's number is read from the facts,
 * with what is missing and where it comes from. KPIs are computed from these and from nothing else.
 */
@NullMarked
package dev.tributary.metrics.measure;

import org.jspecify.annotations.NullMarked;
