package dev.tributary.reporting.render;

/**
 * A day drawn as a dot, because its value is incomplete or because the days beside it have none.
 *
 * @param x where, in pixels
 * @param y where, in pixels
 * @param label the day and its value
 * @param complete whether its value is complete
 */
public record Dot(int x, int y, String label, boolean complete) {}
