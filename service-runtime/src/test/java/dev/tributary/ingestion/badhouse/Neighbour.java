package dev.tributary.ingestion.badhouse;

import dev.tributary.metrics.badhouse.MetricsCode;

/** Uses another service's code. */
public record Neighbour(MetricsCode code) {}
