package dev.tributary.local.importing;

/**
 * What a row of one kind becomes.
 *
 * @param <I> the item that is sent
 */
interface RowTable<I> {
  /**
   * Reads a row.
   *
   * @throws RowRejected if a field is missing or cannot be read
   */
  I parse(CsvRow row) throws RowRejected;
}
