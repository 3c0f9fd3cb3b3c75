package dev.tributary.reporting.render;

import dev.tributary.reporting.render.HeaderFacts.Fact;
import dev.tributary.reporting.v1.ReportContent;
import java.util.List;

/**
 * A report as an HTML page shows it.
 *
 * @param title its title
 * @param objective what the campaign is for
 * @param facts what stands below the title
 * @param sections its sections
 * @param reportId id of the report
 * @param rendererVersion version of the renderer
 */
public record PageView(
    String title,
    String objective,
    List<Fact> facts,
    List<SectionView> sections,
    String reportId,
    int rendererVersion) {
  /** Keeps its own copies. */
  public PageView {
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
  }

  static PageView of(ReportContent content) {
    boolean over = HeaderFacts.isOver(content);
    return new PageView(
        content.getReport().getTitle(),
        HeaderFacts.objective(content),
        HeaderFacts.of(content),
        content.getSectionsList().stream().map(section -> SectionView.of(section, over)).toList(),
        content.getReport().getReportId(),
        Renderings.VERSION);
  }
}
