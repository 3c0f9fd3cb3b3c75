package dev.tributary.local.importing;

import dev.tributary.local.output.ProgressBar;
import java.util.List;
import java.util.function.Predicate;

/** Sends a file row by row; a refused row is noted and does not hold up the others. */
final class CsvImport {
  private static final int BATCH_SIZE = 500;

  private final RowSink sink;
  private final Predicate<CsvRow> leftOut;
  private final boolean dryRun;
  private final Rejects rejects;
  private final ProgressBar bar;
  private ImportCounts counts = ImportCounts.NONE;

  private CsvImport(
      RowSink sink, Predicate<CsvRow> leftOut, boolean dryRun, Rejects rejects, ProgressBar bar) {
    this.sink = sink;
    this.leftOut = leftOut;
    this.dryRun = dryRun;
    this.rejects = rejects;
    this.bar = bar;
  }

  /**
   * Imports a file.
   *
   * @param leftOut tells rows that are none of the file's kind
   * @param dryRun whether rows are only read, and nothing is sent
   */
  static ImportCounts run(
      CsvFile file,
      RowSink sink,
      Predicate<CsvRow> leftOut,
      boolean dryRun,
      Rejects rejects,
      ProgressBar bar) {
    return new CsvImport(sink, leftOut, dryRun, rejects, bar).run(file);
  }

  private ImportCounts run(CsvFile file) {
    long rows = 0;
    for (CsvRow row : file) {
      if (!leftOut.test(row)) {
        read(row);
      }
      if (++rows % BATCH_SIZE == 0) {
        take(dryRun ? List.of() : sink.flush());
        bar.show(rows);
      }
    }
    take(dryRun ? List.of() : sink.finish());
    bar.end(rows, "");
    return counts;
  }

  private void read(CsvRow row) {
    try {
      row.requireReadable();
      sink.add(row);
      if (dryRun) {
        counts = counts.plusReadable();
      }
    } catch (RowRejected rejected) {
      rejects.add(row.lineNumber(), rejected.field(), rejected.reason(), rejected.text());
      counts = counts.plusRefused();
    }
  }

  private void take(List<RowSink.Outcome> outcomes) {
    if (dryRun) {
      sink.drop();
    }
    for (RowSink.Outcome outcome : outcomes) {
      counts = counts.plus(outcome.verdict().getStatus());
      if (outcome.verdict().hasRejection()) {
        rejects.add(outcome.lineNumber(), outcome.verdict().getRejection());
      }
    }
  }
}
