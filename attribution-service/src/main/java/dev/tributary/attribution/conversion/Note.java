package dev.tributary.attribution.conversion;

/**
 * Something odd about an order.
 *
 * @param kind what is odd
 * @param message in words, with the figures
 */
public record Note(NoteKind kind, String message) {}
