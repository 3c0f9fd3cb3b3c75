package dev.tributary.reporting.render;

import dev.tributary.reporting.figure.Dates;
import dev.tributary.reporting.v1.Report;
import dev.tributary.reporting.v1.ReportContent;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.ZoneId;
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
    facts.add(new Fact("Time zone", content.getTimeZone()));
    facts.add(new Fact("Currency", content.getCurrencyCode()));
    facts.add(new Fact("As of", Dates.minute(ProtoTimes.toInstant(report.getCreateTime()), zone)));
    return facts;
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
