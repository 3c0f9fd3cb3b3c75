package dev.tributary.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.reporting.figure.Values;
import dev.tributary.reporting.v1.ChartMark;
import dev.tributary.reporting.v1.ChartMarkKind;
import dev.tributary.reporting.v1.ChartPoint;
import dev.tributary.reporting.v1.Display;
import dev.tributary.reporting.v1.LineChart;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.ValueState;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LineChartLayoutTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 4, 6);

  @Test
  void a_day_without_a_number_breaks_the_line() {
    LineChartView view = layout(chart(10L, 20L, null, 30L, 40L));

    assertThat(view.lines()).containsExactly("64,262 284,204", "724,146 944,88");
    assertThat(view.dots()).isEmpty();
  }

  @Test
  void a_lonely_day_is_a_dot() {
    LineChartView view = layout(chart(null, 20L, null));

    assertThat(view.lines()).isEmpty();
    assertThat(view.dots()).singleElement().satisfies(dot -> assertThat(dot.complete()).isTrue());
    assertThat(layout(chart(5L)).dots()).singleElement().extracting(Dot::x).isEqualTo(504);
  }

  @Test
  void an_incomplete_day_is_an_open_dot_on_the_line() {
    LineChart.Builder chart = chart(10L, 20L).toBuilder();
    chart.getPointsBuilder(1).getValueBuilder().setState(ValueState.VALUE_STATE_PARTIAL);

    LineChartView view = layout(chart.build());

    assertThat(view.hasPartialDots()).isTrue();
    assertThat(view.dots())
        .singleElement()
        .extracting(Dot::label)
        .isEqualTo("7 Apr 2026: 20 (incomplete)");
  }

  @Test
  void a_corrected_day_goes_below_zero() {
    LineChartView view = layout(chart(100L, -40L));

    assertThat(view.zeroY()).isLessThan(LineChartView.BOTTOM);
  }

  @Test
  void numbers_of_close_events_stand_above_each_other() {
    LineChart chart =
        chart(1L, 2L, 3L, 4L).toBuilder()
            .addMarks(event("2026-04-07", "one"))
            .addMarks(event("2026-04-07", "two"))
            .build();

    assertThat(layout(chart).events())
        .extracting(EventMark::number, EventMark::y)
        .containsExactly(tuple(1, 38), tuple(2, 60));
  }

  @Test
  void a_long_time_names_few_days() {
    Long[] days = new Long[400];
    Arrays.fill(days, 1L);

    assertThat(layout(chart(days)).days()).hasSizeLessThan(10);
  }

  private static LineChartView layout(LineChart chart) {
    return LineChartLayout.of("time-1", chart);
  }

  private static LineChart chart(Long... counts) {
    LineChart.Builder chart =
        LineChart.newBuilder()
            .setCaption("Clicks by day")
            .setLabel("Clicks")
            .setDisplay(Display.DISPLAY_COUNT);
    for (Long count : counts) {
      chart.addPoints(
          ChartPoint.newBuilder()
              .setDate(FIRST.plusDays(chart.getPointsCount()).toString())
              .setValue(count == null ? MeasuredValue.getDefaultInstance() : Values.count(count)));
    }
    return chart.build();
  }

  private static ChartMark event(String date, String label) {
    return ChartMark.newBuilder()
        .setDate(date)
        .setLabel(label)
        .setKind(ChartMarkKind.CHART_MARK_KIND_EVENT)
        .build();
  }
}
