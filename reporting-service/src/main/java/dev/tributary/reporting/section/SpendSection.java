package dev.tributary.reporting.section;

import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.reporting.campaign.ObjectivePreset;
import dev.tributary.reporting.figure.Amounts;
import dev.tributary.reporting.figure.Fraction;
import dev.tributary.reporting.figure.Magnitude;
import dev.tributary.reporting.figure.Numbers;
import dev.tributary.reporting.figure.ValueText;
import dev.tributary.reporting.figure.Values;
import dev.tributary.reporting.v1.Display;
import dev.tributary.reporting.v1.Section;
import dev.tributary.reporting.v1.Table;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.Ratio;
import java.util.ArrayList;
import java.util.List;

/** What was spent, on whom, and what it cost per unit of result. */
final class SpendSection {
  private static final String COST = "cost";

  private SpendSection() {}

  static Section of(ReportFacts facts) {
    Section.Builder section = Section.newBuilder().setSectionId("spend").setHeading("Spending");
    if (facts.kpis().among(ObjectivePreset.SPEND).isEmpty() || facts.creators().isEmpty()) {
      return section.build();
    }
    return section.addAllSentences(sentences(facts)).addBlocks(Cells.block(table(facts))).build();
  }

  private static List<String> sentences(ReportFacts facts) {
    MeasuredValue cost = facts.kpis().total(COST).orElse(MeasuredValue.getDefaultInstance());
    List<String> sentences = new ArrayList<>();
    if (!Values.hasNumber(cost)) {
      return sentences;
    }
    sentences.add(
        "Recorded cost: %s.".formatted(ValueText.of(cost, Display.DISPLAY_MONEY).inline()));
    Campaign campaign = facts.campaign();
    if (campaign.hasBudgetMinor()) {
      MeasuredValue budget = Values.money(campaign.getCurrencyCode(), campaign.getBudgetMinor());
      Magnitude.attainment(cost, budget)
          .ifPresent(share -> sentences.add(ofBudget(share, campaign)));
    }
    return sentences;
  }

  private static String ofBudget(Ratio share, Campaign campaign) {
    return "That is %s of the budget of %s."
        .formatted(
            Numbers.percent(Fraction.of(share.getNumerator(), share.getDenominator())),
            Amounts.money(campaign.getCurrencyCode(), campaign.getBudgetMinor()));
  }

  /** The KPIs of spending by creator, with the fees agreed as second column. */
  private static Table table(ReportFacts facts) {
    List<Collaboration> collaborations = facts.answers().collaborations();
    List<GroupColumn> columns = new ArrayList<>();
    columns.add(
        new GroupColumn(
            Cells.moneyColumn("Fee agreed", "promised in the collaboration; not a cost yet"),
            group -> Fees.of(ofCreator(collaborations, group.key())),
            Fees.of(collaborations)));
    columns.addAll(GroupColumn.of(facts.kpis(), ObjectivePreset.SPEND));
    return GroupTable.of(
        "Spending by creator",
        "Creator",
        facts.names()::label,
        KpiGroup.sorted(facts.creators(), COST, facts.names()::label),
        columns);
  }

  private static List<Collaboration> ofCreator(
      List<Collaboration> collaborations, String creatorId) {
    return collaborations.stream()
        .filter(collaboration -> collaboration.getCreatorId().equals(creatorId))
        .toList();
  }
}
