package dev.tributary.reporting.section;

import dev.tributary.reporting.v1.Section;
import java.util.List;
import java.util.function.Function;

/** The sections of a report in reading order. A new section is one class and one line here. */
final class ReportSections {
  static final List<Function<ReportFacts, Section>> ALL =
      List.of(
          ScoreboardSection::of,
          DeliverySection::of,
          SpendSection::of,
          CreatorsSection::of,
          PlatformsSection::of,
          SalesSection::of,
          TimeSection::of,
          UnknownSection::of,
          MethodSection::of);

  private ReportSections() {}
}
