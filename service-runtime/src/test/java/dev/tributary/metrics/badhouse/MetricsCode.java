package dev.tributary.metrics.badhouse;

/** Code of another service. */
public interface MetricsCode {}
