package dev.tributary.metrics.fact;

/**
 * Who saw a number.
 *
 * @param provenance how far it can be trusted
 * @param system the system it came through, for example {@code instagram-graph-v23}
 */
public record Source(ProvenanceClass provenance, String system) {}
