package dev.tributary.reporting.section;

import dev.tributary.ingestion.v1.KpiTarget;
import dev.tributary.metrics.v1.DataFault;
import dev.tributary.reporting.figure.Numbers;
import dev.tributary.reporting.figure.Sentence;
import dev.tributary.reporting.section.Deliveries.Piece;
import dev.tributary.reporting.v1.Row;
import dev.tributary.reporting.v1.Score;
import dev.tributary.reporting.v1.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything that a reader of the figures should know is missing, incomplete or doubtful. */
final class UnknownSection {
  private UnknownSection() {}

  static Section of(ReportFacts facts) {
    List<String> sentences = new ArrayList<>();
    sentences.addAll(KpiGaps.sentences(facts));
    sentences.addAll(ofTargets(facts));
    sentences.addAll(ofCatalog(facts));
    List<DataFault> faults = facts.answers().faults().getFaultsList();
    Section.Builder section =
        Section.newBuilder()
            .setSectionId("unknown")
            .setHeading("What is not known")
            .addAllSentences(sentences);
    if (!faults.isEmpty()) {
      section
          .addSentences(ofFaults(facts.answers().faults().getTotalCount(), faults.size()))
          .addBlocks(
              Cells.block(
                  Cells.table(
                      "Faults in the data",
                      List.of(
                          Cells.textColumn("Fault"),
                          Cells.textColumn("Where"),
                          Cells.textColumn("What was found")),
                      faults.stream().map(UnknownSection::row).toList())));
    }
    return section.build();
  }

  private static List<String> ofTargets(ReportFacts facts) {
    List<String> judged =
        ScoreboardSection.scores(facts).stream()
            .filter(Score::hasAttainment)
            .map(Score::getKpiId)
            .toList();
    return facts.campaign().getTargetsList().stream()
        .map(KpiTarget::getKpiId)
        .filter(kpiId -> !judged.contains(kpiId))
        .map(kpiId -> unjudged(facts, kpiId))
        .toList();
  }

  private static String unjudged(ReportFacts facts, String kpiId) {
    return facts
        .kpis()
        .definition(kpiId)
        .map(
            kpi ->
                "The target for "
                    + kpi.getDisplayName()
                    + " cannot be judged: there is no single number of its kind to compare.")
        .orElse("The target for \"" + kpiId + "\" cannot be judged: there is no such KPI.");
  }

  private static List<String> ofCatalog(ReportFacts facts) {
    long lateUnknown = DeliverySection.deliveries(facts).count(Piece::lateUnknown);
    return lateUnknown == 0
        ? List.of()
        : List.of(
            "Whether "
                + Sentence.counted(lateUnknown, "delivered piece was", "delivered pieces were")
                + " late is not known: the time of publication is missing.");
  }

  private static String ofFaults(long total, int listed) {
    String all =
        Sentence.counted(total, "fault was", "faults were")
            + " found in the data; the figures are as they came, nothing corrected or left out";
    return listed < total ? all + "; the first " + Numbers.count(listed) + " follow." : all + ".";
  }

  private static Row row(DataFault fault) {
    String where =
        Stream.of(fault.getPostId(), fault.getCollaborationId(), fault.getMetric())
            .filter(part -> !part.isEmpty())
            .reduce((one, next) -> one + ", " + next)
            .orElse("");
    return Cells.row(
        Cells.text(Labels.fault(fault.getKind())),
        Cells.text(where),
        Cells.text(fault.getMessage()));
  }
}
