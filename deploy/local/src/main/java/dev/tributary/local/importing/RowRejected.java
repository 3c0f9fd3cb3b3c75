package dev.tributary.local.importing;

/** A row that cannot be sent, because one of its fields cannot be read. */
final class RowRejected extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String reason;
  private final String text;

  /**
   * A refusal.
   *
   * @param field which field
   * @param reason the reason in the API's words, for example FIELD_MISSING
   * @param message what came and what is accepted
   */
  RowRejected(String field, String reason, String message) {
    super(message, null, false, false);
    this.field = field;
    this.reason = reason;
    this.text = message;
  }

  static RowRejected missing(String field) {
    return new RowRejected(field, "FIELD_MISSING", field + ": empty (expected: a value)");
  }

  static RowRejected malformed(String field, String value, String expected) {
    String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
    return new RowRejected(
        field, "FIELD_MALFORMED", field + ": '" + shown + "' (expected: " + expected + ")");
  }

  String field() {
    return field;
  }

  String reason() {
    return reason;
  }

  /** What came and what is accepted. */
  String text() {
    return text;
  }
}
