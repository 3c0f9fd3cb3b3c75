package dev.tributary.reporting.section;

import dev.tributary.reporting.figure.Sentence;
import dev.tributary.reporting.v1.Section;
import dev.tributary.reporting.v1.Table;
import dev.tributary.type.v1.MeasuredValue;
import java.util.List;

/** What each platform brought. Clicks and sales of a creator on several cannot be told apart. */
final class PlatformsSection {
  private static final String SEVERAL = "No single platform";

  private PlatformsSection() {}

  static Section of(ReportFacts facts) {
    Section.Builder section =
        Section.newBuilder().setSectionId("platforms").setHeading("Platforms");
    if (facts.platforms().isEmpty()) {
      return section.build();
    }
    List<GroupColumn> columns = GroupColumn.of(facts.kpis(), facts.preset().columns());
    Table table =
        GroupTable.of(
            "By platform",
            "Platform",
            platform -> platform.isEmpty() ? SEVERAL : platform,
            facts.platforms(),
            columns);
    return section.addAllSentences(shared(facts, columns)).addBlocks(Cells.block(table)).build();
  }

  private static List<String> shared(ReportFacts facts, List<GroupColumn> columns) {
    return GroupTable.shown(facts.platforms(), columns).stream()
        .filter(group -> group.key().isEmpty())
        .map(group -> costOf(facts, group).getCoverage().getTotal())
        .filter(collaborations -> collaborations > 0)
        .map(
            collaborations ->
                "%s on several platforms: their clicks, sales and costs stand under \"%s\"."
                    .formatted(
                        Sentence.counted(collaborations, "collaboration is", "collaborations are"),
                        SEVERAL))
        .toList();
  }

  /** The value whose coverage tells how many collaborations a group has. */
  private static MeasuredValue costOf(ReportFacts facts, KpiGroup group) {
    return facts
        .kpis()
        .definition("cost")
        .map(cost -> group.value(cost.getKpiId()))
        .orElse(MeasuredValue.getDefaultInstance());
  }
}
