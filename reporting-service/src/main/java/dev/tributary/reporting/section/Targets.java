package dev.tributary.reporting.section;

import dev.tributary.ingestion.v1.KpiTarget;
import dev.tributary.reporting.figure.Fraction;
import dev.tributary.reporting.figure.Values;
import dev.tributary.reporting.v1.Score;
import dev.tributary.type.v1.MeasuredValue;

/** What a campaign aims at. */
final class Targets {
  private static final long MILLIONTHS = 1_000_000;

  private Targets() {}

  /** The target as a value; one without a number when the target names none. */
  static MeasuredValue value(KpiTarget target) {
    return switch (target.getValueCase()) {
      case COUNT -> Values.count(target.getCount());
      case RATIO_MILLIONTHS ->
          Values.ratio(Fraction.of(target.getRatioMillionths(), MILLIONTHS).toRatio());
      case MONEY ->
          Values.money(target.getMoney().getCurrencyCode(), target.getMoney().getMinorUnits());
      case VALUE_NOT_SET -> MeasuredValue.getDefaultInstance();
    };
  }

  /** Whether the target is met: at least reached, or not exceeded where less is better. */
  static boolean isMet(Score score) {
    long actual = score.getAttainment().getNumerator();
    long wanted = score.getAttainment().getDenominator();
    return score.getLowerIsBetter() ? actual <= wanted : actual >= wanted;
  }
}
