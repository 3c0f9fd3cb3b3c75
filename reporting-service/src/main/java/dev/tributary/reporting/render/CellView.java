package dev.tributary.reporting.render;

import dev.tributary.reporting.figure.Shown;
import java.util.List;

/**
 * A cell as it is shown.
 *
 * @param text its text; empty for a number
 * @param shown its number; without parts for a text
 * @param note number of the footnote that tells why a number is missing or incomplete; 0 for none
 * @param number whether it is a number, which stands at the right
 */
public record CellView(String text, Shown shown, int note, boolean number) {
  private static final Shown NOTHING = new Shown(List.of(), "", "");

  static CellView text(String text) {
    return new CellView(text, NOTHING, 0, false);
  }

  static CellView number(Shown shown, int note) {
    return new CellView("", shown, note, true);
  }

  /** All of it on one line, without its footnote. */
  public String inline() {
    return number ? shown.inline() : text;
  }
}
