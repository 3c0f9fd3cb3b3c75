package dev.tributary.local.importing;

import dev.tributary.local.output.ProgressBar;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sends a file row by row; a refused row is noted and does not hold up the others. What it keeps in
 * memory does not grow with the file, unless the sink's does.
 */
final class CsvImport {
  private static final int BATCH_SIZE = 500;

  private final RowSink sink;
  private final Predicate<CsvRow> leftOut;
  private final Optional<Progress> progress;
  private final Rejects rejects;
  private final ProgressBar bar;
  private ImportCounts counts = ImportCounts.NONE;

  private CsvImport(
      RowSink sink,
      Predicate<CsvRow> leftOut,
      Optional<Progress> progress,
      Rejects rejects,
      ProgressBar bar) {
    this.sink = sink;
    this.leftOut = leftOut;
    this.progress = progress;
    this.rejects = rejects;
    this.bar = bar;
  }

  /**
   * Imports a file, from where an import of it was broken off if it was.
   *
   * @param leftOut tells rows that are none of the file's kind
   * @param progress where marks are kept; without it rows are only read, and nothing is sent
   * @throws IOException if a mark cannot be kept
   */
  static ImportCounts run(
      CsvFile file,
      RowSink sink,
      Predicate<CsvRow> leftOut,
      Optional<Progress> progress,
      Rejects rejects,
      ProgressBar bar)
      throws IOException {
    return new CsvImport(sink, leftOut, progress, rejects, bar).run(file);
  }

  private ImportCounts run(CsvFile file) throws IOException {
    long done = resume();
    long rows = 0;
    for (CsvRow row : file) {
      rows++;
      // Asked of every row: whether one is left out may depend on the row before.
      boolean isLeftOut = leftOut.test(row);
      if (rows > done && !isLeftOut) {
        read(row);
      }
      if (rows > done && rows % BATCH_SIZE == 0) {
        flush(rows);
      }
    }
    take(progress.isEmpty() ? List.of() : sink.finish());
    if (progress.isPresent()) {
      progress.get().end();
    }
    bar.end(rows, "");
    return counts;
  }

  /** The rows that were answered before. */
  private long resume() throws IOException {
    Optional<Progress.Mark> last = progress.isPresent() ? progress.get().last() : Optional.empty();
    if (last.isEmpty()) {
      return 0;
    }
    counts = last.get().counts();
    rejects.goOn();
    bar.show(last.get().rows());
    return last.get().rows();
  }

  private void read(CsvRow row) {
    try {
      row.requireReadable();
      sink.add(row);
      if (progress.isEmpty()) {
        counts = counts.plusReadable();
      }
    } catch (RowRejected rejected) {
      rejects.add(row.lineNumber(), rejected.field(), rejected.reason(), rejected.text());
      counts = counts.plusRefused();
    }
  }

  private void flush(long rows) throws IOException {
    if (progress.isEmpty()) {
      sink.drop();
    } else {
      take(sink.flush());
      if (!sink.holdsRows()) {
        rejects.flush();
        progress.get().keep(new Progress.Mark(rows, counts));
      }
    }
    bar.show(rows);
  }

  private void take(List<RowSink.Outcome> outcomes) {
    for (RowSink.Outcome outcome : outcomes) {
      counts = counts.plus(outcome.verdict().getStatus());
      if (outcome.verdict().hasRejection()) {
        rejects.add(outcome.lineNumber(), outcome.verdict().getRejection());
      }
    }
  }
}
