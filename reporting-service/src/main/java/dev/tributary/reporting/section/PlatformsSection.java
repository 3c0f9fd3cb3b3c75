package dev.tributary.reporting.section;

import dev.tributary.reporting.v1.Section;
import dev.tributary.reporting.v1.Table;

/** What each platform brought. Clicks and sales of a creator on several cannot be told apart. */
final class PlatformsSection {
  private static final String SEVERAL = "Several platforms";

  private PlatformsSection() {}

  static Section of(ReportFacts facts) {
    Section.Builder section =
        Section.newBuilder().setSectionId("platforms").setHeading("Platforms");
    if (facts.platforms().isEmpty()) {
      return section.build();
    }
    Table table =
        GroupTable.of(
            "By platform",
            "Platform",
            platform -> platform.isEmpty() ? SEVERAL : platform,
            facts.platforms(),
            GroupColumn.of(facts.kpis(), facts.preset().columns()));
    return section.addBlocks(Cells.block(table)).build();
  }
}
