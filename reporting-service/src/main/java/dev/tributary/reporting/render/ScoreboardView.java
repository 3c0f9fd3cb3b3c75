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

  static ScoreboardView of(Scoreboard scoreboard) {
    return new ScoreboardView(scoreboard.getScoresList().stream().map(ScoreView::of).toList());
  }
}
