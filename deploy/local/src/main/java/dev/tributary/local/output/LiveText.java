package dev.tributary.local.output;

import java.io.PrintStream;
import java.util.List;

/**
 * Lines that change. On a terminal they are drawn again in their place; elsewhere each state is
 * printed below the one before.
 */
public final class LiveText {
  private final PrintStream out;
  private final boolean redrawn;
  private int shown;

  /**
   * Nothing is shown yet.
   *
   * @param redrawn whether the output is a terminal that can redraw lines
   */
  public LiveText(PrintStream out, boolean redrawn) {
    this.out = out;
    this.redrawn = redrawn;
  }

  /** Shows the lines instead of those before. */
  public void show(List<String> lines) {
    if (redrawn && shown > 0) {
      // Cursor up by so many lines, then everything from there on is cleared (ECMA-48).
      out.printf("\u001b[%dA\u001b[J", shown);
    }
    lines.forEach(out::println);
    out.flush();
    shown = lines.size();
  }
}
