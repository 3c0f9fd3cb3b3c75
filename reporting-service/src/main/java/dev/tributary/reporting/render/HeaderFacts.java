package dev.tributary.reporting.render;

import dev.tributary.reporting.figure.Dates;
import dev.tributary.reporting.v1.Report;
import dev.tributary.reporting.v1.ReportContent;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What stands below a report's title, whatever its form. */
public final class HeaderFacts {
  private HeaderFacts() {}

  /** A fact with its name. */
  public record Fact(String name, String value) {}

  static List<Fact> of(ReportContent content) {
    Report report = content.getReport();
    ZoneId zone = ZoneId.of(content.getTimeZone());
    List<Fact> facts = new ArrayList<>();
    if (!content.getCampaignName().equals(report.getTitle())) {
      facts.add(new Fact("Campaign", content.getCampaignName()));
    }
    facts.add(
        new Fact(
            "Dates", Dates.day(content.getStartDate()) + " – " + Dates.day(content.getEndDate())));
    facts.add(new Fact("Currency", content.getCurrencyCode()));
    facts.add(
        new Fact(
            "As of",
            Dates.minute(ProtoTimes.toInstant(report.getCreateTime()), zone)
                + " "
                + content.getTimeZone()));
    facts.add(new Fact("Progress", progress(content)));
    return facts;
  }

  /** Whether the campaign was over when the report was made. */
  static boolean isOver(ReportContent content) {
    return today(content).isAfter(LocalDate.parse(content.getEndDate()));
  }

  private static String progress(ReportContent content) {
    LocalDate start = LocalDate.parse(content.getStartDate());
    if (isOver(content)) {
      return "Over";
    }
    if (today(content).isBefore(start)) {
      return "Not begun";
    }
    long days = ChronoUnit.DAYS.between(start, LocalDate.parse(content.getEndDate())) + 1;
    return "Day " + (ChronoUnit.DAYS.between(start, today(content)) + 1) + " of " + days;
  }

  private static LocalDate today(ReportContent content) {
    return ProtoTimes.toInstant(content.getReport().getCreateTime())
        .atZone(ZoneId.of(content.getTimeZone()))
        .toLocalDate();
  }

  static String objective(ReportContent content) {
    return switch (content.getObjective()) {
      case OBJECTIVE_AWARENESS -> "Awareness campaign";
      case OBJECTIVE_SALES -> "Sales campaign";
      case OBJECTIVE_CONTENT -> "Content campaign";
      default -> "Campaign";
    };
  }
}
