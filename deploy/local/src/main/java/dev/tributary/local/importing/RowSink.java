package dev.tributary.local.importing;

import dev.tributary.type.v1.Verdict;
import java.util.List;

/** Takes rows of one kind and sends them in batches. */
interface RowSink {
  /**
   * Reads a row and keeps it for the next batch.
   *
   * @throws RowRejected if it cannot be read; it is then not kept
   */
  void add(CsvRow row) throws RowRejected;

  /** Sends what can be sent of the rows kept, and answers what became of each. */
  List<Outcome> flush();

  /** Sends what is left when the file is at its end, and answers what became of it. */
  List<Outcome> finish();

  /**
   * Whether rows are kept after a flush, because rows further down may belong to the same thing; an
   * import that is broken off then starts at the beginning.
   */
  boolean holdsRows();

  /** Forgets the rows kept, without sending them. */
  void drop();

  /** Lines to print when all is sent. */
  List<String> summary();

  /**
   * What became of a row.
   *
   * @param lineNumber the row
   * @param verdict the service's, the most telling one where a row is several items
   */
  record Outcome(long lineNumber, Verdict verdict) {}
}
