package dev.tributary.reporting.section;

import dev.tributary.metrics.v1.KpiDefinition;
import dev.tributary.reporting.figure.Magnitude;
import dev.tributary.reporting.v1.Bar;
import dev.tributary.reporting.v1.BarChart;
import dev.tributary.reporting.v1.Block;
import dev.tributary.reporting.v1.Section;
import dev.tributary.reporting.v1.Table;
import java.util.List;
import java.util.Optional;

/** What each creator brought. */
final class CreatorsSection {
  /** Bars that can be told apart on a page. */
  private static final int BARS_MAX = 12;

  private CreatorsSection() {}

  static Section of(ReportFacts facts) {
    Section.Builder section = Section.newBuilder().setSectionId("creators").setHeading("Creators");
    if (facts.creators().isEmpty()) {
      return section.build();
    }
    facts
        .kpis()
        .definition(facts.preset().main())
        .flatMap(main -> bars(facts, main))
        .ifPresent(chart -> section.addBlocks(Block.newBuilder().setBarChart(chart)));
    Table table =
        GroupTable.of(
            "By creator",
            "Creator",
            facts.names()::label,
            facts.creators(),
            GroupColumn.of(facts.kpis(), facts.preset().columns()));
    return section.addBlocks(Cells.block(table)).build();
  }

  private static Optional<BarChart> bars(ReportFacts facts, KpiDefinition main) {
    List<KpiGroup> known =
        facts.creators().stream()
            .filter(group -> !group.key().isEmpty())
            .filter(group -> isPositive(group, main.getKpiId()))
            .toList();
    if (known.size() < 2) {
      return Optional.empty();
    }
    String scope =
        known.size() > BARS_MAX ? "the first " + BARS_MAX + " of " + known.size() : "by creator";
    return Optional.of(
        BarChart.newBuilder()
            .setCaption(main.getDisplayName() + ", " + scope)
            .setLabel(main.getDisplayName())
            .setDisplay(Labels.display(main.getUnit()))
            .addAllBars(
                known.stream().limit(BARS_MAX).map(group -> bar(facts, group, main)).toList())
            .build());
  }

  private static boolean isPositive(KpiGroup group, String kpiId) {
    return Magnitude.of(group.value(kpiId)).filter(m -> m.amount().signum() > 0).isPresent();
  }

  private static Bar bar(ReportFacts facts, KpiGroup group, KpiDefinition main) {
    return Bar.newBuilder()
        .setLabel(facts.names().label(group.key()))
        .setValue(group.value(main.getKpiId()))
        .build();
  }
}
