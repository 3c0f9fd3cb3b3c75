package dev.tributary.reporting.figure;

import dev.tributary.metrics.v1.KpiAggregation;
import dev.tributary.type.v1.Coverage;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.ProvenanceClass;
import dev.tributary.type.v1.ProvenanceShare;
import dev.tributary.type.v1.ValueState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts the values of finer groups together to the value of a coarser one. Groups of one answer hold
 * different units, so sums add up, ratios are computed anew from their sums, and unique people keep
 * bounds. A group that lacks the number makes the whole PARTIAL; one that has no units counts for
 * nothing.
 */
public final class GroupMerge {
  /** The state that tells most about a number that no group has, first. */
  private static final List<ValueState> MISSING_STATES =
      List.of(
          ValueState.VALUE_STATE_NOT_COLLECTED,
          ValueState.VALUE_STATE_SUPPRESSED,
          ValueState.VALUE_STATE_NOT_AVAILABLE,
          ValueState.VALUE_STATE_UNDEFINED);

  /** Before it, the KPI engine says how many units of a group are complete. */
  private static final String MISSING = "missing: ";

  private GroupMerge() {}

  /**
   * The value over all the groups.
   *
   * @param groups at least one value of the same KPI
   * @param aggregation how the KPI's parts become a whole
   */
  public static MeasuredValue of(List<MeasuredValue> groups, KpiAggregation aggregation) {
    List<MeasuredValue> parts = groups.stream().filter(GroupMerge::hasUnits).toList();
    if (parts.size() < 2) {
      return parts.isEmpty() ? groups.get(0) : parts.get(0);
    }
    List<MeasuredValue> numbers = parts.stream().filter(Values::hasNumber).toList();
    MeasuredValue.Builder merged =
        numbers.isEmpty()
            ? MeasuredValue.newBuilder().setState(missing(parts))
            : NumberMerge.of(numbers, aggregation).toBuilder();
    if (!numbers.isEmpty() && merged.getState() != ValueState.VALUE_STATE_NOT_AVAILABLE) {
      boolean complete = parts.stream().allMatch(Values::isComplete);
      merged.setState(complete ? ValueState.VALUE_STATE_VALUE : ValueState.VALUE_STATE_PARTIAL);
    }
    if (merged.getReason().isEmpty()) {
      merged.setReason(reasons(parts));
    }
    return merged
        .setCoverage(coverage(parts))
        .addAllProvenance(provenance(numbers))
        .addAllDefinitionIds(definitions(numbers))
        .build();
  }

  private static boolean hasUnits(MeasuredValue value) {
    return Values.hasNumber(value) || value.getCoverage().getTotal() > 0;
  }

  private static ValueState missing(List<MeasuredValue> parts) {
    return MISSING_STATES.stream()
        .filter(state -> parts.stream().anyMatch(part -> part.getState() == state))
        .findFirst()
        .orElse(ValueState.VALUE_STATE_NOT_COLLECTED);
  }

  /** What the groups lack, without how many units each has: the whole has its own coverage. */
  private static String reasons(List<MeasuredValue> parts) {
    return parts.stream()
        .map(MeasuredValue::getReason)
        .map(reason -> reason.substring(Math.max(0, reason.indexOf(MISSING))))
        .filter(reason -> !reason.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** A group without a number has no known units, even where it knows why. */
  private static Coverage coverage(List<MeasuredValue> parts) {
    Coverage.Builder sum = Coverage.newBuilder().setUnit(parts.get(0).getCoverage().getUnit());
    for (MeasuredValue part : parts) {
      long known = Values.hasNumber(part) ? part.getCoverage().getKnown() : 0;
      sum.setKnown(sum.getKnown() + known);
      sum.setTotal(sum.getTotal() + part.getCoverage().getTotal());
    }
    return sum.build();
  }

  private static List<ProvenanceShare> provenance(List<MeasuredValue> numbers) {
    Map<ProvenanceClass, Long> units =
        new TreeMap<>(Comparator.comparingInt(ProvenanceClass::ordinal));
    numbers.stream()
        .flatMap(number -> number.getProvenanceList().stream())
        .forEach(share -> units.merge(share.getProvenance(), share.getUnits(), Long::sum));
    return units.entrySet().stream()
        .map(
            entry ->
                ProvenanceShare.newBuilder()
                    .setProvenance(entry.getKey())
                    .setUnits(entry.getValue())
                    .build())
        .toList();
  }

  private static List<String> definitions(List<MeasuredValue> numbers) {
    return numbers.stream()
        .map(MeasuredValue::getDefinitionIdsList)
        .flatMap(List::stream)
        .distinct()
        .sorted()
        .toList();
  }
}
