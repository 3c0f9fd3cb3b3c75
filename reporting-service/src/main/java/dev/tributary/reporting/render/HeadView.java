package dev.tributary.reporting.render;

/**
 * A column's heading as it is shown.
 *
 * @param text the heading
 * @param explanation what the numbers are; empty when the heading says it
 * @param number whether the column holds numbers
 */
public record HeadView(String text, String explanation, boolean number) {}
