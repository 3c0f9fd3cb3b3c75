package dev.tributary.local.output;

import java.io.PrintStream;
import java.util.Locale;

/**
 * A line that fills while work goes on. On a terminal it is redrawn; elsewhere only its last state
 * is printed, so that logs stay short.
 */
public final class ProgressBar {
  private static final int WIDTH = 28;

  private final PrintStream out;
  private final boolean redrawn;
  private final String label;
  private final long total;
  private int cellsShown = -1;

  /**
   * A bar that shows nothing yet.
   *
   * @param redrawn whether the output is a terminal that can redraw a line
   * @param label what is counted, for example "touches"
   * @param total units of work in all, > 0
   */
  public ProgressBar(PrintStream out, boolean redrawn, String label, long total) {
    this.out = out;
    this.redrawn = redrawn;
    this.label = label;
    this.total = total;
  }

  /** Shows that this many units are done. */
  public void show(long done) {
    int cells = (int) (WIDTH * done / total);
    if (redrawn && cells != cellsShown) {
      cellsShown = cells;
      out.print("\r" + line(done, cells));
      out.flush();
    }
  }

  /** Ends the line with a remark, for example the speed. */
  public void end(long done, String remark) {
    out.println((redrawn ? "\r" : "") + line(done, (int) (WIDTH * done / total)) + "  " + remark);
  }

  private String line(long done, int cells) {
    return String.format(
        Locale.ROOT,
        "  %-18s %s%s %,9d",
        label,
        "█".repeat(cells),
        "░".repeat(WIDTH - cells),
        done);
  }
}
