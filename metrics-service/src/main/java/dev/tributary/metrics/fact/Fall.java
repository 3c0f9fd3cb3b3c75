package dev.tributary.metrics.fact;

/**
 * A lifetime counter that was lower than before: actions taken back, or a correction by the
 * platform. The lower number counts.
 *
 * @param before the reading before, the greater one
 * @param after the reading after it, the smaller one
 */
public record Fall(Reading before, Reading after) {}
