package dev.tributary.metrics.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One measure of one unit: complete, incomplete (a number and gaps), or missing (gaps alone).
 *
 * @param number everything that is known of it; absent when nothing is
 * @param gaps what it lacks
 * @param evidence where the number comes from
 */
public record Cell(Optional<Amounts> number, List<Gap> gaps, Evidence evidence) {

  /** Refuses a cell that neither knows nor lacks anything. */
  public Cell {
    gaps = List.copyOf(gaps);
    if (number.isEmpty() && gaps.isEmpty()) {
      throw new IllegalArgumentException("a cell without number and without gap");
    }
  }

  /** A complete number. */
  public static Cell of(Amounts number, Evidence evidence) {
    return new Cell(Optional.of(number), List.of(), evidence);
  }

  /** A complete count. */
  public static Cell count(long count, Evidence evidence) {
    return of(Amounts.count(count), evidence);
  }

  /** Nothing is known. */
  public static Cell missing(Gap gap) {
    return new Cell(Optional.empty(), List.of(gap), Evidence.NONE);
  }

  /** Adds what is known and keeps every gap. Without any part it is a complete nothing. */
  public static Cell sum(Collection<Cell> parts) {
    List<Amounts> numbers = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    for (Cell part : parts) {
      part.number.ifPresent(numbers::add);
      gaps.addAll(part.gaps);
      evidence.add(part.evidence);
    }
    boolean isKnown = !numbers.isEmpty() || gaps.isEmpty();
    return new Cell(
        isKnown ? Optional.of(Amounts.sum(numbers)) : Optional.empty(),
        gaps,
        Evidence.merge(evidence));
  }

  /** Whether there is a number and it lacks nothing. */
  public boolean isComplete() {
    return gaps.isEmpty();
  }
}
