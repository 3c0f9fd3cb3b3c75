package dev.tributary.reporting.render;

import static dev.tributary.reporting.render.MarkdownText.escaped;

import dev.tributary.reporting.figure.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pipe tables with their footnotes. */
final class MarkdownTables {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private MarkdownTables() {}

  static String table(TableView table) {
    List<String> lines = new ArrayList<>();
    lines.add("**" + escaped(table.caption()) + "**");
    lines.add("");
    lines.add(line(table.heads().stream().map(head -> escaped(head.text())).toList()));
    lines.add(line(table.heads().stream().map(head -> head.number() ? "---:" : "---").toList()));
    table.rows().forEach(row -> lines.add(line(row.stream().map(MarkdownTables::cell).toList())));
    if (!table.total().isEmpty()) {
      lines.add(line(table.total().stream().map(MarkdownTables::bold).toList()));
    }
    if (!table.notes().isEmpty()) {
      lines.add("");
      lines.add(notes(table.notes()));
    }
    return String.join("\n", lines);
  }

  static String scoreboard(ScoreboardView scoreboard) {
    List<String> lines = new ArrayList<>();
    lines.add(line(List.of("KPI", "Actual", "Aim", "Attained")));
    lines.add(line(List.of("---", "---:", "---:", "---:")));
    for (ScoreView score : scoreboard.scores()) {
      lines.add(
          line(
              List.of(
                  escaped(score.label()),
                  escaped(actual(score.actual())),
                  escaped(score.aim()),
                  escaped(attained(score)))));
    }
    return String.join("\n", lines);
  }

  private static String actual(Shown actual) {
    return actual.isKnown() || actual.reason().isEmpty()
        ? actual.inline()
        : actual.text() + " (" + actual.reason() + ")";
  }

  private static String attained(ScoreView score) {
    if (!score.isJudged()) {
      return "";
    }
    return score.attained() + ", " + score.verdict().words();
  }

  private static String bold(CellView cell) {
    String text = cell(cell);
    return text.isEmpty() ? "" : "**" + text + "**";
  }

  private static String cell(CellView cell) {
    return escaped(cell.inline()) + (cell.note() == 0 ? "" : superscript(cell.note()));
  }

  private static String notes(List<String> notes) {
    return IntStream.range(0, notes.size())
        .mapToObj(i -> superscript(i + 1) + " " + escaped(notes.get(i)))
        .collect(Collectors.joining("  \n"));
  }

  private static String superscript(int number) {
    return String.valueOf(number)
        .chars()
        .mapToObj(digit -> String.valueOf(SUPERSCRIPTS.charAt(digit - '0')))
        .collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
