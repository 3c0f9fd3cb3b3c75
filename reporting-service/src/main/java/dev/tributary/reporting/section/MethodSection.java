package dev.tributary.reporting.section;

import dev.tributary.metrics.v1.KpiDefinition;
import dev.tributary.reporting.figure.Dates;
import dev.tributary.reporting.figure.Numbers;
import dev.tributary.reporting.figure.Sentence;
import dev.tributary.reporting.v1.Row;
import dev.tributary.reporting.v1.Section;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.AsOf;
import dev.tributary.type.v1.Coverage;
import dev.tributary.type.v1.MeasuredValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How the figures came to be: formulas, definitions, sources, and the moment they stand for. */
final class MethodSection {
  private MethodSection() {}

  static Section of(ReportFacts facts) {
    Section.Builder section =
        Section.newBuilder()
            .setSectionId("method")
            .setHeading("Method")
            .addAllSentences(sentences(facts));
    List<KpiDefinition> kpis = facts.kpis().all();
    if (kpis.isEmpty()) {
      return section.build();
    }
    return section
        .addBlocks(
            Cells.block(
                Cells.table(
                    "Formulas",
                    List.of(
                        Cells.textColumn("KPI"),
                        Cells.textColumn("Formula"),
                        Cells.textColumn("Meaning"),
                        Cells.textColumn("Source of the formula")),
                    kpis.stream().map(MethodSection::formula).toList())))
        .addBlocks(
            Cells.block(
                Cells.table(
                    "Where the numbers come from",
                    List.of(
                        Cells.textColumn("KPI"),
                        Cells.textColumn("Covers"),
                        Cells.textColumn("Sources"),
                        Cells.textColumn("Definitions in force")),
                    kpis.stream().map(kpi -> origin(facts, kpi)).toList())))
        .build();
  }

  private static List<String> sentences(ReportFacts facts) {
    String zone = facts.campaign().getTimeZone();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Days are cut in %s, and money is given in %s, at the rate of each cost's or sale's day."
            .formatted(zone, facts.campaign().getCurrencyCode()));
    if (!facts.answers().kpis().revenueBase().isEmpty()) {
      sentences.add(base(facts.answers().kpis().revenueBase()));
    }
    sentences.add(
        "A sale is credited to a promo code, to a tracking link or to nobody, as the attribution"
            + " service decided; ExplainAttribution names the rules and the candidates of any one"
            + " sale.");
    sentences.add(
        "Numbers are the newest known on %s (%s)."
            .formatted(Dates.minute(facts.createTime(), facts.days().zone()), zone));
    facts.answers().kpis().asOf().forEach(asOf -> sentences.add(feed(facts, asOf)));
    return sentences;
  }

  private static String base(String revenueBase) {
    return revenueBase.equals("NET_SALES")
        ? "Revenue is NET_SALES: items less discounts, without tax and shipping, net of refunds."
        : "Revenue is " + revenueBase + ", net of refunds.";
  }

  private static String feed(ReportFacts facts, AsOf asOf) {
    if (!asOf.hasRecordTime()) {
      return "The " + asOf.getFeed() + " feed had no entry yet.";
    }
    String entry = Dates.minute(ProtoTimes.toInstant(asOf.getRecordTime()), facts.days().zone());
    String missing =
        asOf.getLagEntries() == 0
            ? ""
            : "; entries known of and not yet counted: " + Numbers.count(asOf.getLagEntries());
    return "The %s feed was followed up to its entry of %s%s."
        .formatted(asOf.getFeed(), entry, missing);
  }

  private static Row formula(KpiDefinition kpi) {
    return Cells.row(
        Cells.text(kpi.getDisplayName()),
        Cells.text(kpi.getFormula()),
        Cells.text(kpi.getDescription()),
        Cells.text(kpi.getSource()));
  }

  private static Row origin(ReportFacts facts, KpiDefinition kpi) {
    MeasuredValue total = facts.kpis().total(kpi.getKpiId()).orElseThrow();
    String sources =
        total.getProvenanceList().stream()
            .map(
                share ->
                    Numbers.count(share.getUnits())
                        + " "
                        + Labels.provenance(share.getProvenance()))
            .collect(Collectors.joining(", "));
    return Cells.row(
        Cells.text(kpi.getDisplayName()),
        Cells.text(covers(total.getCoverage())),
        Cells.text(sources),
        Cells.text(String.join(", ", total.getDefinitionIdsList())));
  }

  private static String covers(Coverage coverage) {
    return coverage.getTotal() == 0
        ? ""
        : Sentence.share(coverage.getKnown(), coverage.getTotal(), coverage.getUnit());
  }
}
