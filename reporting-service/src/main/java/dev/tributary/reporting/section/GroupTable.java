package dev.tributary.reporting.section;

import dev.tributary.reporting.figure.Magnitude;
import dev.tributary.reporting.figure.Values;
import dev.tributary.reporting.v1.Cell;
import dev.tributary.reporting.v1.Column;
import dev.tributary.reporting.v1.Row;
import dev.tributary.reporting.v1.Table;
import dev.tributary.type.v1.MeasuredValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Tables with a row per group, for example per creator, and the total as last row. */
final class GroupTable {
  private GroupTable() {}

  /**
   * The table. What belongs to no group has a row only if it has a number other than 0.
   *
   * @param heading heading of the first column, which names the groups
   * @param label name of a group's key
   */
  static Table of(
      String caption,
      String heading,
      UnaryOperator<String> label,
      List<KpiGroup> groups,
      List<GroupColumn> columns) {
    List<Column> headings = new ArrayList<>(List.of(Cells.textColumn(heading)));
    columns.forEach(column -> headings.add(column.column()));
    List<Row> rows =
        shown(groups, columns).stream()
            .map(group -> row(label.apply(group.key()), group, columns))
            .toList();
    List<Cell> total = new ArrayList<>(List.of(Cells.text("Total")));
    columns.forEach(column -> total.add(Cells.value(column.total())));
    return Cells.table(caption, headings, rows, Cells.row(total));
  }

  /** The groups that have a row. */
  static List<KpiGroup> shown(List<KpiGroup> groups, List<GroupColumn> columns) {
    return groups.stream()
        .filter(group -> !group.key().isEmpty() || hasNumber(group, columns))
        .toList();
  }

  private static boolean hasNumber(KpiGroup group, List<GroupColumn> columns) {
    return columns.stream()
        .map(column -> column.value().apply(group))
        .anyMatch(value -> Values.hasNumber(value) && !isZero(value));
  }

  private static boolean isZero(MeasuredValue value) {
    return Magnitude.of(value).filter(magnitude -> magnitude.amount().signum() == 0).isPresent();
  }

  private static Row row(String label, KpiGroup group, List<GroupColumn> columns) {
    List<Cell> cells = new ArrayList<>(List.of(Cells.text(label)));
    columns.forEach(column -> cells.add(Cells.value(column.value().apply(group))));
    return Cells.row(cells);
  }
}
