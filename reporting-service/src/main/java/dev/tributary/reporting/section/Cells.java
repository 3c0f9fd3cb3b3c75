package dev.tributary.reporting.section;

import dev.tributary.metrics.v1.KpiDefinition;
import dev.tributary.reporting.figure.Values;
import dev.tributary.reporting.v1.Block;
import dev.tributary.reporting.v1.Cell;
import dev.tributary.reporting.v1.Column;
import dev.tributary.reporting.v1.Display;
import dev.tributary.reporting.v1.Row;
import dev.tributary.reporting.v1.Table;
import dev.tributary.type.v1.MeasuredValue;
import java.util.List;

/** Short ways to write the parts of tables. */
final class Cells {
  private Cells() {}

  static Column textColumn(String heading) {
    return column(heading, Display.DISPLAY_TEXT, "");
  }

  static Column countColumn(String heading, String explanation) {
    return column(heading, Display.DISPLAY_COUNT, explanation);
  }

  static Column moneyColumn(String heading, String explanation) {
    return column(heading, Display.DISPLAY_MONEY, explanation);
  }

  /** The column of a KPI, explained by its formula. */
  static Column kpiColumn(KpiDefinition definition) {
    return column(
        definition.getDisplayName(), Labels.display(definition.getUnit()), definition.getFormula());
  }

  static Cell text(String text) {
    return Cell.newBuilder().setText(text).build();
  }

  static Cell value(MeasuredValue value) {
    return Cell.newBuilder().setValue(value).build();
  }

  static Cell count(long count) {
    return value(Values.count(count));
  }

  static Row row(List<Cell> cells) {
    return Row.newBuilder().addAllCells(cells).build();
  }

  static Row row(Cell... cells) {
    return row(List.of(cells));
  }

  /** A table without total. */
  static Table table(String caption, List<Column> columns, List<Row> rows) {
    return Table.newBuilder().setCaption(caption).addAllColumns(columns).addAllRows(rows).build();
  }

  /** A table whose last row adds the others up. */
  static Table table(String caption, List<Column> columns, List<Row> rows, Row total) {
    return table(caption, columns, rows).toBuilder().setTotal(total).build();
  }

  static Block block(Table table) {
    return Block.newBuilder().setTable(table).build();
  }

  private static Column column(String heading, Display display, String explanation) {
    return Column.newBuilder()
        .setHeading(heading)
        .setDisplay(display)
        .setExplanation(explanation)
        .build();
  }
}
