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
 * @param aim what was aimed at, for example "target 1.25x" or "limit 40.00 EUR"; empty without one
 * @param attained actual in percent of it; empty when it cannot be said
 * @param verdict how the two compare; OPEN when it cannot be said
 * @param fillPercent length of the bar, 0-100
 * @param tickPercent where the target stands on the bar's track, 0-100
 */
public record ScoreView(
    String label,
    String formula,
    Shown actual,
    String aim,
    String attained,
    Verdict verdict,
    int fillPercent,
    int tickPercent) {
  private static final int FULL = 100;

  /** How a figure compares with its target. */
  public enum Verdict {
    /** Reached, or not exceeded where less is better. */
    MET("met"),
    /** Not reached while the campaign goes on. */
    OPEN("not yet met"),
    /** Not reached, and the campaign is over. */
    MISSED("not met"),
    /** Above a limit. */
    EXCEEDED("above the limit");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** The verdict in words. */
    public String words() {
      return words;
    }
  }

  /**
   * A figure.
   *
   * @param over whether the campaign was over when the report was made
   */
  static ScoreView of(Score score, boolean over) {
    Shown actual = ValueText.of(score.getActual(), score.getDisplay());
    String aim =
        score.hasTarget()
            ? (score.getLowerIsBetter() ? "limit " : "target ")
                + ValueText.of(score.getTarget(), score.getDisplay()).text()
            : "";
    if (!score.hasAttainment()) {
      return new ScoreView(
          score.getLabel(), score.getFormula(), actual, aim, "", Verdict.OPEN, 0, 0);
    }
    Fraction attained =
        Fraction.of(score.getAttainment().getNumerator(), score.getAttainment().getDenominator());
    // The track is as long as the greater of actual and target.
    boolean beyond = attained.compareTo(Fraction.of(1)) > 0;
    return new ScoreView(
        score.getLabel(),
        score.getFormula(),
        actual,
        aim,
        Numbers.percent(attained),
        verdict(attained, score.getLowerIsBetter(), over),
        beyond ? FULL : Math.max(0, percent(attained)),
        beyond ? percent(Fraction.of(1).dividedBy(attained)) : FULL);
  }

  /** Whether actual and target can be compared. */
  public boolean isJudged() {
    return !attained.isEmpty();
  }

  private static Verdict verdict(Fraction attained, boolean lowerIsBetter, boolean over) {
    int reached = attained.compareTo(Fraction.of(1));
    if (lowerIsBetter) {
      return reached <= 0 ? Verdict.MET : Verdict.EXCEEDED;
    }
    if (reached >= 0) {
      return Verdict.MET;
    }
    return over ? Verdict.MISSED : Verdict.OPEN;
  }

  private static int percent(Fraction share) {
    return share.times(FULL).withDecimals(0).intValueExact();
  }
}
