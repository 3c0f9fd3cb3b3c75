package dev.tributary.reporting.section;

import dev.tributary.metrics.v1.KpiDefinition;
import dev.tributary.reporting.figure.Numbers;
import dev.tributary.reporting.figure.Sentence;
import dev.tributary.reporting.figure.Shown;
import dev.tributary.reporting.figure.ValueText;
import dev.tributary.reporting.figure.Values;
import dev.tributary.type.v1.CountBounds;
import dev.tributary.type.v1.MeasuredValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of every KPI of the report what its total lacks. */
final class KpiGaps {
  private static final int NAMES_MAX = 6;
  private static final int KPIS_MAX = 50;

  private KpiGaps() {}

  /** KPIs that lack the same share one sentence. */
  static List<String> sentences(ReportFacts facts) {
    Map<String, List<String>> namesByGap = new LinkedHashMap<>();
    for (KpiDefinition kpi : facts.kpis().all()) {
      gap(facts, kpi)
          .ifPresent(
              gap ->
                  namesByGap
                      .computeIfAbsent(gap, none -> new ArrayList<>())
                      .add(kpi.getDisplayName()));
    }
    return namesByGap.entrySet().stream()
        .map(entry -> Sentence.list(entry.getValue(), KPIS_MAX) + ": " + entry.getKey())
        .toList();
  }

  /** What a KPI lacks; empty when it lacks nothing. */
  private static Optional<String> gap(ReportFacts facts, KpiDefinition kpi) {
    MeasuredValue total = facts.kpis().total(kpi.getKpiId()).orElseThrow();
    CountBounds bounds = total.getBounds();
    if (Values.isComplete(total)) {
      return bounds.getMin() == bounds.getMax()
          ? Optional.empty()
          : Optional.of(
              "between %s and %s, since people who saw several posts cannot be told apart."
                  .formatted(Numbers.count(bounds.getMin()), Numbers.count(bounds.getMax())));
    }
    Shown shown = ValueText.of(total, Labels.display(kpi.getUnit()));
    String known = shown.isKnown() ? "" : "not known.";
    String told =
        Stream.of(known, shown.reason(), creatorsWithout(facts, kpi))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return Optional.of(told.isEmpty() ? "incomplete." : told);
  }

  /** Who the number is missing for, where it is known for others. */
  private static String creatorsWithout(ReportFacts facts, KpiDefinition kpi) {
    List<String> without =
        facts.creators().stream()
            .filter(group -> !group.key().isEmpty())
            .filter(group -> !Values.hasNumber(group.value(kpi.getKpiId())))
            .map(group -> facts.names().label(group.key()))
            .toList();
    boolean tells = !without.isEmpty() && without.size() < facts.creators().size();
    return tells ? "No number for " + Sentence.list(without, NAMES_MAX) + "." : "";
  }
}
