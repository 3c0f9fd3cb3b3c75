package dev.tributary.metrics.kpi;

import dev.tributary.metrics.measure.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The order of rows: by one KPI, rows without a number last, ties by key; or by key alone.
 *
 * @param kpiIndex which of the values orders the rows; absent for the key alone
 * @param ascending whether the least comes first
 */
public record RowOrder(OptionalInt kpiIndex, boolean ascending) {

  /** The rows in order. */
  public List<Row> sorted(List<Row> rows) {
    return rows.stream().sorted(Comparator.comparing(this::spot, comparator())).toList();
  }

  /** The rows that come after a spot, in order. */
  public List<Row> after(Spot spot, List<Row> rows) {
    return sorted(rows).stream().filter(row -> comparator().compare(spot(row), spot) > 0).toList();
  }

  /** Where a row stands. */
  public Spot spot(Row row) {
    return new Spot(
        kpiIndex.isPresent() ? Rank.of(row.values().get(kpiIndex.getAsInt())) : Optional.empty(),
        row.key());
  }

  private Comparator<Spot> comparator() {
    Comparator<Rank> byNumber = ascending ? Rank::compareNumber : (a, b) -> b.compareNumber(a);
    Comparator<Rank> byRank = Comparator.comparing(Rank::currency).thenComparing(byNumber);
    return Comparator.comparing((Spot spot) -> spot.rank().isEmpty())
        .thenComparing(
            (a, b) -> a.rank().isEmpty() ? 0 : byRank.compare(a.rank().get(), b.rank().get()))
        .thenComparing(Spot::key);
  }

  /**
   * A place in the order that stays where it is when rows come and go.
   *
   * @param rank what the row there is ordered by; absent for a row without a number
   * @param key its key
   */
  public record Spot(Optional<Rank> rank, Place key) {}
}
