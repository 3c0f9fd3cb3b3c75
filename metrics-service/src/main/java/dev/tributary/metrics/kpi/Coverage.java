package dev.tributary.metrics.kpi;

/**
 * How much of what was asked for is behind a number.
 *
 * @param known units with everything the number needs
 * @param total units asked for
 * @param unit what a unit is, in the plural
 */
public record Coverage(long known, long total, String unit) {}
