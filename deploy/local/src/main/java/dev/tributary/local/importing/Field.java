package dev.tributary.local.importing;

/**
 * A field of a kind of row, as templates explain it.
 *
 * @param name of the field, and of the column that feeds it unless another is mapped
 * @param isRequired whether every row must have it
 * @param format what is accepted, in a few words
 * @param example a value that is accepted; empty when a blank cell is as good an example
 */
record Field(String name, boolean isRequired, String format, String example) {
  /** A field that every row must have. */
  static Field required(String name, String format, String example) {
    return new Field(name, true, format, example);
  }

  /** A field that may be blank or have no column. */
  static Field optional(String name, String format, String example) {
    return new Field(name, false, format, example);
  }
}
