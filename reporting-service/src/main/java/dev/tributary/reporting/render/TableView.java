package dev.tributary.reporting.render;

import dev.tributary.reporting.figure.Shown;
import dev.tributary.reporting.figure.ValueText;
import dev.tributary.reporting.v1.Cell;
import dev.tributary.reporting.v1.Column;
import dev.tributary.reporting.v1.Display;
import dev.tributary.reporting.v1.Row;
import dev.tributary.reporting.v1.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as it is shown.
 *
 * @param id id within the page
 * @param caption what it shows
 * @param heads its columns
 * @param rows its rows
 * @param total its last row; empty without one
 * @param notes footnotes, the first one being number 1; each reason once
 */
public record TableView(
    String id,
    String caption,
    List<HeadView> heads,
    List<List<CellView>> rows,
    List<CellView> total,
    List<String> notes)
    implements BlockView {

  private static final int SMALL_COLUMNS = 2;

  /** Keeps its own copies. */
  public TableView {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
    total = List.copyOf(total);
    notes = List.copyOf(notes);
  }

  /** How it is laid out: "prose" for texts, "small" for two columns, else "figures". */
  public String layout() {
    if (heads.stream().noneMatch(HeadView::number)) {
      return "prose";
    }
    return heads.size() == SMALL_COLUMNS ? "small" : "figures";
  }

  static TableView of(String id, Table table) {
    List<String> notes = new ArrayList<>();
    List<List<CellView>> rows = new ArrayList<>();
    for (Row row : table.getRowsList()) {
      rows.add(cells(row, table.getColumnsList(), notes));
    }
    List<CellView> total = cells(table.getTotal(), table.getColumnsList(), notes);
    List<HeadView> heads = table.getColumnsList().stream().map(TableView::head).toList();
    return new TableView(id, table.getCaption(), heads, rows, total, notes);
  }

  private static HeadView head(Column column) {
    boolean number = column.getDisplay() != Display.DISPLAY_TEXT;
    return new HeadView(column.getHeading(), column.getExplanation(), number);
  }

  private static List<CellView> cells(Row row, List<Column> columns, List<String> notes) {
    List<CellView> cells = new ArrayList<>();
    for (int i = 0; i < row.getCellsCount(); i++) {
      cells.add(cell(row.getCells(i), columns.get(i).getDisplay(), notes));
    }
    return cells;
  }

  private static CellView cell(Cell cell, Display display, List<String> notes) {
    if (!cell.hasValue()) {
      return CellView.text(cell.getText());
    }
    Shown shown = ValueText.of(cell.getValue(), display);
    return CellView.number(shown, note(shown.reason(), notes));
  }

  private static int note(String reason, List<String> notes) {
    if (reason.isEmpty()) {
      return 0;
    }
    if (!notes.contains(reason)) {
      notes.add(reason);
    }
    return notes.indexOf(reason) + 1;
  }
}
