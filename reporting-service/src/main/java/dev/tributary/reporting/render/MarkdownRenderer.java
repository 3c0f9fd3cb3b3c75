package dev.tributary.reporting.render;

import static dev.tributary.reporting.render.MarkdownText.escaped;

import dev.tributary.reporting.render.HeaderFacts.Fact;
import dev.tributary.reporting.v1.Block;
import dev.tributary.reporting.v1.ReportContent;
import dev.tributary.reporting.v1.Section;
import dev.tributary.reporting.v1.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Markdown with pipe tables, for wikis and pull requests. Charts are tables. */
final class MarkdownRenderer implements Renderer {
  @Override
  public Rendering render(ReportContent content) {
    List<String> parts = new ArrayList<>();
    parts.add("# " + escaped(content.getReport().getTitle()));
    parts.add(
        HeaderFacts.of(content).stream()
            .map(MarkdownRenderer::fact)
            .collect(Collectors.joining("\n", "- " + HeaderFacts.objective(content) + "\n", "")));
    boolean over = HeaderFacts.isOver(content);
    content.getSectionsList().forEach(section -> addSection(section, over, parts));
    parts.add("Report " + escaped(content.getReport().getReportId()));
    String text = String.join("\n\n", parts) + "\n";
    return new Rendering("text/markdown; charset=utf-8", text);
  }

  private static String fact(Fact fact) {
    return "- " + fact.name() + ": " + escaped(fact.value());
  }

  private static void addSection(Section section, boolean over, List<String> parts) {
    parts.add("## " + escaped(section.getHeading()));
    if (section.getSentencesCount() > 0) {
      parts.add(
          section.getSentencesList().stream()
              .map(sentence -> "- " + escaped(sentence))
              .collect(Collectors.joining("\n")));
    }
    for (Block block : section.getBlocksList()) {
      parts.add(block(block, over));
    }
  }

  private static String block(Block block, boolean over) {
    return switch (block.getKindCase()) {
      case SCOREBOARD -> MarkdownTables.scoreboard(ScoreboardView.of(block.getScoreboard(), over));
      case TABLE -> table(block.getTable());
      case LINE_CHART -> table(ChartFigures.of(block.getLineChart()));
      case BAR_CHART -> table(ChartFigures.of(block.getBarChart()));
      case KIND_NOT_SET -> throw new IllegalArgumentException("a block that shows nothing");
    };
  }

  private static String table(Table table) {
    return MarkdownTables.table(TableView.of("", table));
  }
}
