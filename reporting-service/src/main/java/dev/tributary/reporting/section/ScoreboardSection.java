package dev.tributary.reporting.section;

import dev.tributary.ingestion.v1.KpiTarget;
import dev.tributary.metrics.v1.KpiDefinition;
import dev.tributary.reporting.figure.Fraction;
import dev.tributary.reporting.figure.Magnitude;
import dev.tributary.reporting.figure.Numbers;
import dev.tributary.reporting.figure.Sentence;
import dev.tributary.reporting.figure.ValueText;
import dev.tributary.reporting.v1.Block;
import dev.tributary.reporting.v1.Score;
import dev.tributary.reporting.v1.Scoreboard;
import dev.tributary.reporting.v1.Section;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The KPIs that the objective leads with, and whatever has a target, against their targets. */
final class ScoreboardSection {
  private ScoreboardSection() {}

  static Section of(ReportFacts facts) {
    List<Score> scores = scores(facts);
    Section.Builder section =
        Section.newBuilder()
            .setSectionId("scoreboard")
            .setHeading("Scoreboard")
            .addAllSentences(sentences(scores, facts));
    return scores.isEmpty()
        ? section.build()
        : section
            .addBlocks(
                Block.newBuilder().setScoreboard(Scoreboard.newBuilder().addAllScores(scores)))
            .build();
  }

  static List<Score> scores(ReportFacts facts) {
    Set<String> kpiIds = new LinkedHashSet<>(facts.preset().leading());
    facts.campaign().getTargetsList().forEach(target -> kpiIds.add(target.getKpiId()));
    return facts.kpis().among(List.copyOf(kpiIds)).stream()
        .map(definition -> score(facts, definition))
        .toList();
  }

  private static Score score(ReportFacts facts, KpiDefinition definition) {
    MeasuredValue actual = facts.kpis().total(definition.getKpiId()).orElseThrow();
    Score.Builder score =
        Score.newBuilder()
            .setKpiId(definition.getKpiId())
            .setLabel(definition.getDisplayName())
            .setFormula(definition.getFormula())
            .setDisplay(Labels.display(definition.getUnit()))
            .setActual(actual)
            .setLowerIsBetter(definition.getLowerIsBetter());
    target(facts, definition.getKpiId())
        .ifPresent(
            target -> {
              score.setTarget(target);
              Magnitude.attainment(actual, target).ifPresent(score::setAttainment);
            });
    return score.build();
  }

  private static Optional<MeasuredValue> target(ReportFacts facts, String kpiId) {
    return facts.campaign().getTargetsList().stream()
        .filter(target -> target.getKpiId().equals(kpiId))
        .filter(target -> target.getValueCase() != KpiTarget.ValueCase.VALUE_NOT_SET)
        .map(Targets::value)
        .findFirst();
  }

  private static List<String> sentences(List<Score> scores, ReportFacts facts) {
    List<Score> judged = scores.stream().filter(Score::hasAttainment).toList();
    List<String> sentences = new ArrayList<>();
    judged.stream()
        .filter(score -> score.getKpiId().equals(facts.preset().main()))
        .map(ScoreboardSection::attained)
        .forEach(sentences::add);
    if (!judged.isEmpty()) {
      long met = judged.stream().filter(Targets::isMet).count();
      long unjudged = scores.stream().filter(Score::hasTarget).count() - judged.size();
      boolean isOver = facts.today().isAfter(facts.days().last());
      String verb = (met == 1 ? " is met" : " are met") + (isOver ? "" : " so far");
      String rest = unjudged == 0 ? "" : "; " + Numbers.count(unjudged) + " cannot be judged";
      sentences.add(
          "%s of %s%s%s."
              .formatted(
                  Numbers.count(met),
                  Sentence.counted(judged.size(), "target", "targets"),
                  verb,
                  rest));
    }
    return sentences;
  }

  private static String attained(Score score) {
    Ratio ratio = score.getAttainment();
    return "%s: %s, %s of the target of %s."
        .formatted(
            score.getLabel(),
            ValueText.of(score.getActual(), score.getDisplay()).inline(),
            Numbers.percent(Fraction.of(ratio.getNumerator(), ratio.getDenominator())),
            ValueText.of(score.getTarget(), score.getDisplay()).text());
  }
}
