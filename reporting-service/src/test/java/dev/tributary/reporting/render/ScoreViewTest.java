package dev.tributary.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.reporting.figure.Values;
import dev.tributary.reporting.render.ScoreView.Verdict;
import dev.tributary.reporting.v1.Display;
import dev.tributary.reporting.v1.Score;
import dev.tributary.type.v1.Ratio;
import org.junit.jupiter.api.Test;

class ScoreViewTest {
  private static final boolean OVER = true;
  private static final boolean RUNNING = false;

  @Test
  void a_target_is_met_when_it_is_reached() {
    assertThat(view(400, 400, false, RUNNING).verdict()).isEqualTo(Verdict.MET);
    assertThat(view(399, 400, false, RUNNING).verdict()).isEqualTo(Verdict.OPEN);
    assertThat(view(399, 400, false, OVER).verdict()).isEqualTo(Verdict.MISSED);
  }

  @Test
  void a_limit_is_met_until_it_is_exceeded() {
    assertThat(view(400, 400, true, RUNNING).verdict()).isEqualTo(Verdict.MET);
    assertThat(view(401, 400, true, RUNNING).verdict()).isEqualTo(Verdict.EXCEEDED);
    assertThat(view(10, 400, true, OVER).verdict()).isEqualTo(Verdict.MET);
  }

  @Test
  void the_bar_is_as_long_as_the_greater_of_both() {
    assertThat(view(200, 400, false, OVER))
        .extracting(ScoreView::fillPercent, ScoreView::tickPercent)
        .containsExactly(50, 100);
    assertThat(view(800, 400, false, OVER))
        .extracting(ScoreView::fillPercent, ScoreView::tickPercent)
        .containsExactly(100, 50);
    assertThat(view(-50, 400, false, OVER).fillPercent()).isZero();
  }

  @Test
  void without_a_target_nothing_is_judged() {
    Score score =
        Score.newBuilder().setDisplay(Display.DISPLAY_COUNT).setActual(Values.count(5)).build();

    assertThat(ScoreView.of(score, OVER).isJudged()).isFalse();
    assertThat(ScoreView.of(score, OVER).aim()).isEmpty();
  }

  private static ScoreView view(long actual, long target, boolean lowerIsBetter, boolean over) {
    Score score =
        Score.newBuilder()
            .setDisplay(Display.DISPLAY_COUNT)
            .setActual(Values.count(actual))
            .setTarget(Values.count(target))
            .setAttainment(Ratio.newBuilder().setNumerator(actual).setDenominator(target))
            .setLowerIsBetter(lowerIsBetter)
            .build();
    return ScoreView.of(score, over);
  }
}
