package dev.tributary.reporting.section;

import dev.tributary.reporting.figure.Fraction;
import dev.tributary.reporting.figure.Magnitude;
import dev.tributary.type.v1.MeasuredValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The values of one group, for example of one creator.
 *
 * @param key what the group is of; empty for what belongs to none
 * @param values values by KPI id; every KPI of the answer has one
 */
record KpiGroup(String key, Map<String, MeasuredValue> values) {
  KpiGroup {
    values = Map.copyOf(values);
  }

  /** The value of a KPI of the answer. */
  MeasuredValue value(String kpiId) {
    MeasuredValue value = values.get(kpiId);
    if (value == null) {
      throw new IllegalArgumentException("no KPI \"" + kpiId + "\" in the answer");
    }
    return value;
  }

  /**
   * Groups with the most of a KPI first, those without a number last, equals by label and key; at
   * the very end what belongs to no group.
   */
  static List<KpiGroup> sorted(List<KpiGroup> groups, String kpiId, UnaryOperator<String> label) {
    Comparator<KpiGroup> byAmount =
        Comparator.comparing(
            group -> group.amount(kpiId),
            Comparator.comparing(
                (Optional<Fraction> amount) -> amount.orElse(null),
                Comparator.nullsLast(Comparator.reverseOrder())));
    return groups.stream()
        .sorted(
            Comparator.comparing((KpiGroup group) -> group.key.isEmpty())
                .thenComparing(byAmount)
                .thenComparing(group -> label.apply(group.key))
                .thenComparing(KpiGroup::key))
        .toList();
  }

  private Optional<Fraction> amount(String kpiId) {
    return Optional.ofNullable(values.get(kpiId)).flatMap(Magnitude::of).map(Magnitude::amount);
  }
}
