package dev.tributary.reporting.render;

import dev.tributary.reporting.figure.Fraction;
import dev.tributary.reporting.figure.ValueText;
import dev.tributary.reporting.v1.Bar;
import dev.tributary.reporting.v1.BarChart;
import java.util.ArrayList;
import java.util.List;

/**
 * A bar chart as it is drawn: lying bars, names at the left, values behind them.
 *
 * @param id id within the page
 * @param caption what it shows
 * @param axisTitle what the axis counts
 * @param height height of the picture, in pixels
 * @param axisY where the axis is, in pixels
 * @param steps steps of the axis
 * @param bars its bars, top to bottom
 */
public record BarChartView(
    String id,
    String caption,
    String axisTitle,
    int height,
    int axisY,
    List<AxisMark> steps,
    List<BarView> bars)
    implements BlockView {
  /** Width of the picture, in pixels. */
  public static final int WIDTH = 960;

  /** Where bars begin, in pixels. */
  public static final int LEFT = 240;

  /** Thickness of a bar, in pixels. */
  public static final int THICKNESS = 16;

  private static final int RIGHT = 780;
  private static final int TOP = 8;
  private static final int PITCH = 28;
  private static final int AXIS_HEIGHT = 44;
  private static final int LABEL_CHARACTERS_MAX = 28;

  /** Keeps its own copies. */
  public BarChartView {
    steps = List.copyOf(steps);
    bars = List.copyOf(bars);
  }

  static BarChartView of(String id, BarChart chart) {
    List<Bar> shown = chart.getBarsList();
    ChartUnit unit = ChartUnit.of(shown.stream().map(Bar::getValue).toList(), chart.getDisplay());
    ValueScale scale =
        ValueScale.of(shown.stream().flatMap(bar -> unit.of(bar.getValue()).stream()).toList());
    int axisY = TOP + PITCH * shown.size();
    List<BarView> bars = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      Bar bar = shown.get(i);
      Fraction length = unit.of(bar.getValue()).orElse(Fraction.of(0));
      bars.add(
          new BarView(
              cut(bar.getLabel()),
              bar.getLabel(),
              TOP + PITCH * i,
              Math.max(0, scale.pixel(length, LEFT, RIGHT) - LEFT),
              ValueText.of(bar.getValue(), chart.getDisplay()).inline()));
    }
    List<AxisMark> steps =
        scale.steps().stream()
            .map(step -> new AxisMark(scale.pixel(step, LEFT, RIGHT), ValueScale.label(step)))
            .toList();
    return new BarChartView(
        id,
        chart.getCaption(),
        unit.title(chart.getLabel()),
        axisY + AXIS_HEIGHT,
        axisY,
        steps,
        bars);
  }

  /** A long name without its end; whole characters only. */
  private static String cut(String label) {
    if (label.codePointCount(0, label.length()) <= LABEL_CHARACTERS_MAX) {
      return label;
    }
    int end = label.offsetByCodePoints(0, LABEL_CHARACTERS_MAX - 1);
    return label.substring(0, end).stripTrailing() + "…";
  }
}
