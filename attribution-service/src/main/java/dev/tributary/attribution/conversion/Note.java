package dev.tributary.attribution.conversion;

/**
 * Something odd about an order.
 *
 * @param kind what is odd
 * @param message in words, with the figures
 * @param codeId the code that it is about; empty when it is about none
 * @param reason the contract's reason for it, without prefix; empty when there is none
 */
public record Note(NoteKind kind, String message, String codeId, String reason) {
  /** A note about the order as a whole. */
  public Note(NoteKind kind, String message) {
    this(kind, message, "", "");
  }
}
