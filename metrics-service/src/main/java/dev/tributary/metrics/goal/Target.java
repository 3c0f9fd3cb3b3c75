package dev.tributary.metrics.goal;

import dev.tributary.metrics.kpi.Figure;

/**
 * What a KPI should reach.
 *
 * @param kpiId the KPI, which may not exist
 * @param figure the number: a count, a ratio of millionths, or an amount in the campaign's currency
 */
public record Target(String kpiId, Figure figure) {}
