package dev.tributary.metrics.observation;

import java.time.Instant;

/**
 * Who saw something, and when.
 *
 * @param observedTime when it was true
 * @param provenance number of {@code tributary.type.v1.ProvenanceClass}: the smaller, the more
 *     trusted
 * @param system the system that said so
 */
public record Source(Instant observedTime, int provenance, String system) {}
