package dev.tributary.reporting.render;

import dev.tributary.reporting.v1.Block;
import dev.tributary.reporting.v1.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * A section as it is shown.
 *
 * @param id its id, also within the page
 * @param heading its heading
 * @param sentences what stands below the heading
 * @param blocks what it shows
 */
public record SectionView(
    String id, String heading, List<String> sentences, List<BlockView> blocks) {
  /** Keeps its own copies. */
  public SectionView {
    sentences = List.copyOf(sentences);
    blocks = List.copyOf(blocks);
  }

  /**
   * A section.
   *
   * @param over whether the campaign was over when the report was made
   */
  static SectionView of(Section section, boolean over) {
    List<BlockView> blocks = new ArrayList<>();
    for (Block block : section.getBlocksList()) {
      blocks.add(block(section.getSectionId() + "-" + (blocks.size() + 1), block, over));
    }
    return new SectionView(
        section.getSectionId(), section.getHeading(), section.getSentencesList(), blocks);
  }

  private static BlockView block(String id, Block block, boolean over) {
    return switch (block.getKindCase()) {
      case SCOREBOARD -> ScoreboardView.of(block.getScoreboard(), over);
      case TABLE -> TableView.of(id, block.getTable());
      case LINE_CHART -> LineChartLayout.of(id, block.getLineChart());
      case BAR_CHART -> BarChartView.of(id, block.getBarChart());
      case KIND_NOT_SET -> throw new IllegalArgumentException(id + ": a block that shows nothing");
    };
  }
}
