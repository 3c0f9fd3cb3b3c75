package dev.tributary.metrics.kpi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.tributary.metrics.fact.ReadingState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;

/** Says in a sentence what a number lacks. */
final class Shortfall {
  private static final int REASONS_MAX = 3;

  /** What can still be had is said before what cannot. */
  private static final List<ReadingState> MOST_HOPEFUL_FIRST =
      List.of(ReadingState.NOT_COLLECTED, ReadingState.SUPPRESSED, ReadingState.NOT_AVAILABLE);

  private Shortfall() {}

  /** Why a number is not over all units, for example {@code 38 of 40 collaborations; …}. */
  static String ofPart(Tally tally) {
    Coverage coverage = tally.coverage();
    return "%s of %s %s complete; missing: %s"
        .formatted(
            FigureText.count(coverage.known()),
            FigureText.count(coverage.total()),
            coverage.unit(),
            reasons(tally));
  }

  /** Why there is no number although there are units. */
  static Outcome.None ofWhole(Tally tally) {
    Set<ReadingState> states =
        tally.missing().stream().map(missing -> missing.gap().state()).collect(toSet());
    ReadingState state =
        MOST_HOPEFUL_FIRST.stream().filter(states::contains).findFirst().orElseThrow();
    return new Outcome.None(ValueState.valueOf(state.name()), reasons(tally));
  }

  /** Reasons with the number of units they hold for, the most frequent first. */
  private static String reasons(Tally tally) {
    boolean isNamed = tally.formula().inputs().size() > 1;
    Map<String, Set<String>> unitsByReason =
        tally.missing().stream()
            .collect(
                groupingBy(
                    missing -> isNamed ? named(missing) : missing.gap().reason(),
                    mapping(Missing::unitId, toSet())));
    List<Entry<String, Set<String>>> ordered =
        unitsByReason.entrySet().stream()
            .sorted(
                Comparator.comparing((Entry<String, Set<String>> entry) -> -entry.getValue().size())
                    .thenComparing(Entry::getKey))
            .toList();
    String shown =
        ordered.stream()
            .limit(REASONS_MAX)
            .map(entry -> entry.getKey() + " (" + FigureText.count(entry.getValue().size()) + ")")
            .collect(joining(", "));
    int left = ordered.size() - REASONS_MAX;
    return left > 0 ? shown + ", and " + FigureText.count(left) + " other reasons" : shown;
  }

  private static String named(Missing missing) {
    return missing.measure().id() + ": " + missing.gap().reason();
  }
}
