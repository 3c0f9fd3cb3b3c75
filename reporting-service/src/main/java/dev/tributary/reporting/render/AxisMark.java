package dev.tributary.reporting.render;

/**
 * A step of an axis as it is drawn.
 *
 * @param at where along the axis, in pixels
 * @param label what stands there
 */
public record AxisMark(int at, String label) {}
