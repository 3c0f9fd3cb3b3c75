package dev.tributary.reporting.render;

/**
 * A cell as it is shown.
 *
 * @param text the text or number
 * @param coverage how much is behind an incomplete number; empty otherwise
 * @param note number of the footnote that tells why it is missing or incomplete; 0 for none
 * @param reason the footnote itself; empty for none
 * @param number whether it is a number, which stands at the right
 */
public record CellView(String text, String coverage, int note, String reason, boolean number) {}
