package dev.tributary.local.output;

import dev.tributary.metrics.v1.KpiDefinition;
import dev.tributary.metrics.v1.KpiUnit;
import dev.tributary.reporting.figure.Shown;
import dev.tributary.reporting.figure.ValueText;
import dev.tributary.reporting.v1.Display;
import dev.tributary.type.v1.MeasuredValue;

/** Values on the screen, in the same words as in reports. */
public final class ValueTexts {
  private ValueTexts() {}

  /** The value of a KPI, a dash where there is none. */
  public static Shown of(MeasuredValue value, KpiDefinition definition) {
    return ValueText.of(value, display(definition.getUnit()));
  }

  /** How values of a unit are shown. */
  public static Display display(KpiUnit unit) {
    return switch (unit) {
      case KPI_UNIT_PERCENT -> Display.DISPLAY_PERCENT;
      case KPI_UNIT_MULTIPLE -> Display.DISPLAY_MULTIPLE;
      case KPI_UNIT_MONEY, KPI_UNIT_UNIT_MONEY -> Display.DISPLAY_MONEY;
      case KPI_UNIT_COUNT -> Display.DISPLAY_COUNT;
      case KPI_UNIT_UNSPECIFIED, UNRECOGNIZED -> Display.DISPLAY_TEXT;
    };
  }
}
