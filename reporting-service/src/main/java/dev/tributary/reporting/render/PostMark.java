package dev.tributary.reporting.render;

/**
 * A day on which posts went live, as it is drawn.
 *
 * @param x where, in pixels
 * @param label which posts
 */
public record PostMark(int x, String label) {}
