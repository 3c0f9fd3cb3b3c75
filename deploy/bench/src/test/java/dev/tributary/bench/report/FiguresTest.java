package dev.tributary.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private final Figures figures = new Figures();

  @Test
  void the_median_of_three_rounds_ignores_the_odd_one() {
    rounds("b.w1", 50, 1, 60);
    assertThat(figures.median("b.w1")).hasValue(50);
  }

  @Test
  void the_median_of_two_rounds_lies_between_them() {
    rounds("b.w1", 50, 60);
    assertThat(figures.median("b.w1")).hasValue(55);
  }

  @Test
  void the_composite_of_two_equal_stages_is_half_of_one() {
    OptionalDouble stage = OptionalDouble.of(100);
    assertThat(Bars.composite(stage, stage)).hasValue(50);
    assertThat(Bars.composite(stage, OptionalDouble.empty())).isEmpty();
  }

  @Test
  void a_bar_is_met_by_its_limit_and_missed_below_it() {
    rounds("b.w1", 80);
    rounds("c.w1", 100);
    assertThat(bar("b.w1 / c.w1").isMet()).isTrue();
    rounds("b.w1", 79, 79);
    assertThat(bar("b.w1 / c.w1").isMet()).isFalse();
  }

  @Test
  void a_latency_must_not_exceed_its_limit() {
    rounds("e.paced.1.p99", 30);
    assertThat(bar("e.paced.1.p99").isMet()).isTrue();
    rounds("e.paced.1.p99", 31, 31);
    assertThat(bar("e.paced.1.p99").isMet()).isFalse();
  }

  @Test
  void a_bar_without_its_figures_is_not_shown() {
    rounds("b.w1", 80);
    assertThat(Bars.of(figures, 1)).isEmpty();
  }

  @Test
  void the_big_table_has_a_bar_only_when_the_table_is_big() {
    rounds("b.w1", 70);
    rounds("b.empty", 100);
    assertThat(Bars.of(figures, 1_000_000)).isEmpty();
    assertThat(Bars.of(figures, 10_000_000)).singleElement().matches(Bar::isMet);
  }

  @Test
  void the_table_shows_latencies_beside_the_rate_and_the_json_every_round() {
    rounds("e.1x256", 25_000, 26_000);
    rounds("e.1x256.p50", 10);
    rounds("e.1x256.p99", 20);
    Report report = new Report(Map.of("machine", "2 cores"), figures.all(), List.of());
    assertThat(report.table())
        .containsPattern("e\\.1x256 +25,500 +25,000 +26,000 +10\\.00 +20\\.00");
    JsonObject json = JsonParser.parseString(report.json()).getAsJsonObject();
    assertThat(json.getAsJsonArray("figures")).hasSize(3);
    JsonObject first = json.getAsJsonArray("figures").get(0).getAsJsonObject();
    assertThat(first.getAsJsonArray("rounds").get(1).getAsDouble()).isEqualTo(26_000);
  }

  private void rounds(String id, double... values) {
    for (double value : values) {
      figures.add(id, "title", "unit", value);
    }
  }

  private Bar bar(String formula) {
    return Bars.of(figures, 0).stream()
        .filter(bar -> bar.formula().equals(formula))
        .findFirst()
        .orElseThrow();
  }
}
