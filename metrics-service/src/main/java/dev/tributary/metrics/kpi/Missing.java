package dev.tributary.metrics.kpi;

import dev.tributary.metrics.measure.Gap;
import dev.tributary.metrics.measure.Measure;

/**
 * Something that one unit lacks for a KPI.
 *
 * @param unitId the unit
 * @param measure the input
 * @param gap what it lacks and why
 */
public record Missing(String unitId, Measure measure, Gap gap) {}
