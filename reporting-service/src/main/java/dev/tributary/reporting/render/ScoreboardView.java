package dev.tributary.reporting.render;

import dev.tributary.reporting.v1.Scoreboard;
import java.util.List;

/**
 * The scoreboard as it is shown.
 *
 * @param scores its figures
 */
public record ScoreboardView(List<ScoreView> scores) implements BlockView {
  /** Keeps its own copy. */
  public ScoreboardView {
    scores = List.copyOf(scores);
  }

  /**
   * A scoreboard.
   *
   * @param over whether the campaign was over when the report was made
   */
  static ScoreboardView of(Scoreboard scoreboard, boolean over) {
    return new ScoreboardView(
        scoreboard.getScoresList().stream().map(score -> ScoreView.of(score, over)).toList());
  }
}
