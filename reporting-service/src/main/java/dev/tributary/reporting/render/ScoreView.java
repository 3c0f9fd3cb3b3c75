package dev.tributary.reporting.render;

import dev.tributary.reporting.figure.Fraction;
import dev.tributary.reporting.figure.Numbers;
import dev.tributary.reporting.figure.Shown;
import dev.tributary.reporting.figure.ValueText;
import dev.tributary.reporting.v1.Score;

/**
 * A figure of the scoreboard as it is shown.
 *
 * @param label name of the KPI
 * @param formula its formula
 * @param actual what was reached
 * @param target what was aimed at; empty without a target
 * @param attained actual in percent of the target; empty when it cannot be said
 * @param lowerIsBetter whether the target is a limit
 * @param met whether the target is met
 * @param fillPercent length of the bar, 0-100
 * @param tickPercent where the target stands on the bar's track, 0-100
 */
public record ScoreView(
    String label,
    String formula,
    Shown actual,
    String target,
    String attained,
    boolean lowerIsBetter,
    boolean met,
    int fillPercent,
    int tickPercent) {
  private static final int FULL = 100;

  static ScoreView of(Score score) {
    Shown actual = ValueText.of(score.getActual(), score.getDisplay());
    String target =
        score.hasTarget() ? ValueText.of(score.getTarget(), score.getDisplay()).text() : "";
    if (!score.hasAttainment()) {
      return new ScoreView(
          score.getLabel(),
          score.getFormula(),
          actual,
          target,
          "",
          score.getLowerIsBetter(),
          false,
          0,
          0);
    }
    Fraction attained =
        Fraction.of(score.getAttainment().getNumerator(), score.getAttainment().getDenominator());
    boolean reached = attained.compareTo(Fraction.of(1)) >= 0;
    boolean exact = attained.compareTo(Fraction.of(1)) == 0;
    boolean met = exact || reached != score.getLowerIsBetter();
    return new ScoreView(
        score.getLabel(),
        score.getFormula(),
        actual,
        target,
        Numbers.percent(attained),
        score.getLowerIsBetter(),
        met,
        fill(attained, reached),
        reached ? percent(Fraction.of(1).dividedBy(attained)) : FULL);
  }

  /** The track is as long as the greater of actual and target. */
  private static int fill(Fraction attained, boolean reached) {
    return reached ? FULL : Math.max(0, percent(attained));
  }

  private static int percent(Fraction share) {
    return share.times(FULL).withDecimals(0).intValueExact();
  }
}
