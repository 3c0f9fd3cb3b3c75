package dev.tributary.local.importing;

import java.io.IOException;
import java.util.List;

/**
 * Second files beside a file of orders.
 *
 * @param codes codes of orders
 * @param visits that led to orders
 */
record Joins(CodeJoin codes, VisitJoin visits) {
  /**
   * Reads them.
   *
   * @param texts as the user wrote them
   * @param cells reads times of visits
   * @throws IllegalArgumentException if one has another form
   * @throws IOException if a file cannot be read
   */
  static Joins read(List<String> texts, Cells cells) throws IOException {
    CodeJoin codes = CodeJoin.none();
    VisitJoin visits = VisitJoin.none();
    for (String text : texts) {
      if (VisitJoin.isOne(text)) {
        visits = VisitJoin.read(text, cells);
      } else {
        codes = CodeJoin.parse(text);
      }
    }
    return new Joins(codes, visits);
  }
}
