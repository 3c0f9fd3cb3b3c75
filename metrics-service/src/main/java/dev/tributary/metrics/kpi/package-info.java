/**
 * The KPI catalogue and the engine that reads it. A KPI is one entry of one table; there is no code
 * for a single KPI anywhere.
 */
@NullMarked
package dev.tributary.metrics.kpi;

import org.jspecify.annotations.NullMarked;
