package dev.tributary.reporting.render;

import dev.tributary.reporting.figure.Dates;
import dev.tributary.reporting.figure.Fraction;
import dev.tributary.reporting.figure.ValueText;
import dev.tributary.reporting.figure.Values;
import dev.tributary.reporting.v1.ChartMark;
import dev.tributary.reporting.v1.ChartMarkKind;
import dev.tributary.reporting.v1.ChartPoint;
import dev.tributary.reporting.v1.LineChart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the place of everything in a line chart, in whole pixels. */
final class LineChartLayout {
  private static final int DAYS_NAMED_MAX = 9;
  private static final int[] DAY_STEPS = {1, 2, 3, 7, 14, 28, 56, 91};
  private static final int NUMBER_WIDTH = 22;
  private static final int NUMBER_ROWS = 2;
  private static final int NUMBER_TOP = 38;

  private final LineChart chart;
  private final ChartUnit unit;
  private final ValueScale scale;
  private final List<ChartPoint> points;

  private LineChartLayout(LineChart chart) {
    this.chart = chart;
    points = chart.getPointsList();
    unit = ChartUnit.of(points.stream().map(ChartPoint::getValue).toList(), chart.getDisplay());
    scale = ValueScale.of(points.stream().flatMap(p -> unit.of(p.getValue()).stream()).toList());
  }

  static LineChartView of(String id, LineChart chart) {
    return new LineChartLayout(chart).view(id);
  }

  private LineChartView view(String id) {
    List<List<Integer>> runs = runs();
    List<List<Integer>> lines = runs.stream().filter(run -> run.size() > 1).toList();
    return new LineChartView(
        id,
        chart.getCaption(),
        unit.title(chart.getLabel()),
        zeroY(),
        scale.steps().stream().map(step -> new AxisMark(y(step), ValueScale.label(step))).toList(),
        days(),
        lines.stream().map(this::line).toList(),
        lines.stream().map(this::area).toList(),
        dots(runs),
        events(),
        marks(ChartMarkKind.CHART_MARK_KIND_POSTS).stream()
            .map(mark -> new PostMark(x(mark), Dates.day(mark.getDate()) + ": " + mark.getLabel()))
            .toList(),
        TableView.of(id + "-figures", ChartFigures.of(chart)));
  }

  /** Days with a number that follow each other, by their index. */
  private List<List<Integer>> runs() {
    List<List<Integer>> runs = new ArrayList<>();
    boolean open = false;
    for (int i = 0; i < points.size(); i++) {
      boolean known = value(i).isPresent();
      if (known && !open) {
        runs.add(new ArrayList<>());
      }
      if (known) {
        runs.get(runs.size() - 1).add(i);
      }
      open = known;
    }
    return runs;
  }

  private String line(List<Integer> run) {
    return run.stream()
        .map(i -> x(i) + "," + y(value(i).orElseThrow()))
        .collect(Collectors.joining(" "));
  }

  private String area(List<Integer> run) {
    int first = x(run.get(0));
    int last = x(run.get(run.size() - 1));
    return "%s,%s %s %s,%s".formatted(first, zeroY(), line(run), last, zeroY());
  }

  private List<Dot> dots(List<List<Integer>> runs) {
    return runs.stream()
        .flatMap(
            run ->
                run.stream()
                    .filter(i -> run.size() == 1 || !Values.isComplete(points.get(i).getValue())))
        .map(this::dot)
        .toList();
  }

  private Dot dot(int i) {
    ChartPoint point = points.get(i);
    return new Dot(
        x(i),
        y(value(i).orElseThrow()),
        Dates.day(point.getDate())
            + ": "
            + ValueText.of(point.getValue(), chart.getDisplay()).inline(),
        Values.isComplete(point.getValue()));
  }

  private List<AxisMark> days() {
    int step =
        IntStream.of(DAY_STEPS)
            .filter(days -> (points.size() - 1) / days < DAYS_NAMED_MAX)
            .findFirst()
            .orElse(DAY_STEPS[DAY_STEPS.length - 1]);
    return IntStream.range(0, points.size())
        .filter(i -> i % step == 0)
        .mapToObj(
            i -> new AxisMark(x(i), Dates.dayAndMonth(LocalDate.parse(points.get(i).getDate()))))
        .toList();
  }

  /** Numbers that would overlap stand in the next row. */
  private List<EventMark> events() {
    List<EventMark> events = new ArrayList<>();
    int[] rowEnds = new int[NUMBER_ROWS];
    for (ChartMark mark : marks(ChartMarkKind.CHART_MARK_KIND_EVENT)) {
      int x = x(mark);
      int row = x - NUMBER_WIDTH / 2 >= rowEnds[0] ? 0 : 1;
      rowEnds[row] = x + NUMBER_WIDTH / 2;
      events.add(
          new EventMark(
              events.size() + 1,
              x,
              NUMBER_TOP + row * NUMBER_WIDTH,
              Dates.day(mark.getDate()),
              mark.getLabel()));
    }
    return events;
  }

  private List<ChartMark> marks(ChartMarkKind kind) {
    return chart.getMarksList().stream().filter(mark -> mark.getKind() == kind).toList();
  }

  private Optional<Fraction> value(int i) {
    return unit.of(points.get(i).getValue());
  }

  private int x(ChartMark mark) {
    LocalDate first = LocalDate.parse(points.get(0).getDate());
    return x(Math.toIntExact(LocalDate.parse(mark.getDate()).toEpochDay() - first.toEpochDay()));
  }

  private int x(int day) {
    int width = LineChartView.RIGHT - LineChartView.LEFT;
    return points.size() == 1
        ? LineChartView.LEFT + width / 2
        : LineChartView.LEFT + day * width / (points.size() - 1);
  }

  private int y(Fraction value) {
    return scale.pixel(value, LineChartView.BOTTOM, LineChartView.TOP);
  }

  private int zeroY() {
    return y(Fraction.of(0));
  }
}
