package dev.tributary.reporting.render;

import dev.tributary.reporting.figure.Dates;
import dev.tributary.reporting.v1.BarChart;
import dev.tributary.reporting.v1.Cell;
import dev.tributary.reporting.v1.ChartMark;
import dev.tributary.reporting.v1.Column;
import dev.tributary.reporting.v1.Display;
import dev.tributary.reporting.v1.LineChart;
import dev.tributary.reporting.v1.Row;
import dev.tributary.reporting.v1.Table;
import dev.tributary.type.v1.MeasuredValue;
import java.util.List;
import java.util.stream.Collectors;

/** Charts as tables, for forms without pictures and for readers who want the numbers. */
final class ChartFigures {
  private ChartFigures() {}

  /** One row per day, with what is marked on it. */
  static Table of(LineChart chart) {
    List<Row> rows =
        chart.getPointsList().stream()
            .map(
                point ->
                    Row.newBuilder()
                        .addCells(text(Dates.day(point.getDate())))
                        .addCells(value(point.getValue()))
                        .addCells(text(marked(chart, point.getDate())))
                        .build())
            .toList();
    return Table.newBuilder()
        .setCaption(chart.getCaption())
        .addColumns(column("Day", Display.DISPLAY_TEXT))
        .addColumns(column(chart.getLabel(), chart.getDisplay()))
        .addColumns(column("Marked", Display.DISPLAY_TEXT))
        .addAllRows(rows)
        .build();
  }

  /** One row per bar. */
  static Table of(BarChart chart) {
    List<Row> rows =
        chart.getBarsList().stream()
            .map(
                bar ->
                    Row.newBuilder()
                        .addCells(text(bar.getLabel()))
                        .addCells(value(bar.getValue()))
                        .build())
            .toList();
    return Table.newBuilder()
        .setCaption(chart.getCaption())
        .addColumns(column("Bar", Display.DISPLAY_TEXT))
        .addColumns(column(chart.getLabel(), chart.getDisplay()))
        .addAllRows(rows)
        .build();
  }

  private static String marked(LineChart chart, String date) {
    return chart.getMarksList().stream()
        .filter(mark -> mark.getDate().equals(date))
        .map(ChartMark::getLabel)
        .collect(Collectors.joining("; "));
  }

  private static Column column(String heading, Display display) {
    return Column.newBuilder().setHeading(heading).setDisplay(display).build();
  }

  private static Cell text(String text) {
    return Cell.newBuilder().setText(text).build();
  }

  private static Cell value(MeasuredValue value) {
    return Cell.newBuilder().setValue(value).build();
  }
}
