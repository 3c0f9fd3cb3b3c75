package dev.tributary.reporting.render;

/**
 * A bar as it is drawn.
 *
 * @param label its name, cut to the width there is
 * @param fullLabel its whole name
 * @param y upper edge, in pixels
 * @param width length, in pixels
 * @param value its value as text
 */
public record BarView(String label, String fullLabel, int y, int width, String value) {}
