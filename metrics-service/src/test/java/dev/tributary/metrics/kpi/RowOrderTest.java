package dev.tributary.metrics.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.metrics.fact.FactsBuilder;
import dev.tributary.metrics.measure.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RowOrderTest {
  private static final RowOrder LARGEST_FIRST = new RowOrder(OptionalInt.of(0), false);
  private static final RowOrder SMALLEST_FIRST = new RowOrder(OptionalInt.of(0), true);
  private static final RowOrder BY_KEY = new RowOrder(OptionalInt.empty(), false);

  private final List<Row> rows =
      Asking.of(
              new FactsBuilder()
                  .post("a", post -> post.read("impressions", 5))
                  .post("b", post -> post)
                  .post("c", post -> post.read("impressions", 9))
                  .post("d", post -> post.read("impressions", 5))
                  .post("e", post -> post))
          .rows("impressions", Dimension.POST);

  @Test
  void rows_without_a_number_come_last_in_both_directions_and_ties_stand_by_key() {
    assertThat(posts(LARGEST_FIRST.sorted(rows))).containsExactly("c", "a", "d", "b", "e");
    assertThat(posts(SMALLEST_FIRST.sorted(rows))).containsExactly("a", "d", "c", "b", "e");
    assertThat(posts(BY_KEY.sorted(rows))).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void after_any_row_come_exactly_those_behind_it() {
    for (RowOrder order : List.of(LARGEST_FIRST, SMALLEST_FIRST, BY_KEY)) {
      List<Row> sorted = order.sorted(rows);
      for (int i = 0; i < sorted.size(); i++) {
        assertThat(order.after(order.spot(sorted.get(i)), rows))
            .isEqualTo(sorted.subList(i + 1, sorted.size()));
      }
    }
  }

  @Test
  void ratios_are_compared_exactly() {
    Rank third = Rank.of(ratio(1, 3)).orElseThrow();
    Rank almost =
        Rank.of(ratio(333_333_333_333_333_333L, 1_000_000_000_000_000_000L)).orElseThrow();

    assertThat(third.compareNumber(almost)).isPositive();
  }

  private static Measured ratio(long numerator, long denominator) {
    return new Measured(
        ValueState.VALUE,
        "",
        Optional.of(new Figure.Ratio(numerator, denominator)),
        new Coverage(1, 1, "posts"),
        new TreeMap<>(),
        new TreeSet<>());
  }

  private static List<String> posts(List<Row> sorted) {
    return sorted.stream().map(row -> row.key().postId()).toList();
  }
}
