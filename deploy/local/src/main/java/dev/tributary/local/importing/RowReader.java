package dev.tributary.local.importing;

import java.util.List;

/** Takes a row apart into items for several calls. */
interface RowReader {
  /**
   * The parts of a row.
   *
   * @throws RowRejected if one cannot be read; nothing of the row is then sent
   */
  List<Part<?>> read(CsvRow row) throws RowRejected;

  /**
   * An item and the call it goes to.
   *
   * @param <I> the item
   */
  record Part<I>(Lane<I, ?> lane, I item) {
    void keep(long line) {
      lane.add(line, item);
    }
  }
}
