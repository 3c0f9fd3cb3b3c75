package dev.tributary.local.command;

import dev.tributary.attribution.v1.Candidate;
import dev.tributary.attribution.v1.Credit;
import dev.tributary.attribution.v1.CreditArithmetic;
import dev.tributary.attribution.v1.ExplainAttributionRequest;
import dev.tributary.attribution.v1.ExplainAttributionResponse;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.output.Format;
import dev.tributary.local.output.Grid;
import dev.tributary.local.output.Grid.Cell;
import dev.tributary.local.output.KpiCells;
import dev.tributary.metrics.v1.ExplainKpiRequest;
import dev.tributary.metrics.v1.ExplainKpiResponse;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains a number, or who got the credit for an order. */
@Command(
    name = "explain",
    description = "Explains who got the credit for an order, or what is behind a KPI.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(conversion | kpi)",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary explain conversion '#10234'",
      "  tributary explain kpi roas --campaign spring-glow"
    })
public final class ExplainCommand {
  private static final int UNITS_SHOWN = 20;

  /** Explains who got the credit for an order. */
  @Command(
      name = "conversion",
      description = "Every candidate for the credit, and why it was chosen or rejected.",
      mixinStandardHelpOptions = true)
  int conversion(
      @Mixin ConnectOptions connect,
      @Option(
              names = "--storefront",
              paramLabel = "ID",
              defaultValue = "main",
              description = "The shop (default: main).")
          String storefront,
      @Option(
              names = "--type",
              paramLabel = "TYPE",
              defaultValue = "purchase",
              description = "Type of the conversion, such as subscription_renewal; custom:NAME.")
          String type,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "TABLE",
              description = "table, json or csv (default: table).")
          Format format,
      @Parameters(paramLabel = "ORDER", description = "The shop's id of the order.")
          String orderId) {
    TypeName named = TypeName.of(type);
    try (Peers peers = connect.open()) {
      ExplainAttributionResponse answer =
          peers
              .conversions()
              .explainAttribution(
                  ExplainAttributionRequest.newBuilder()
                      .setStorefrontId(storefront)
                      .setType(named.type())
                      .setCustomType(named.customName())
                      .setOrderId(orderId)
                      .build());
      if (format == Format.TABLE) {
        System.out.println(answer.getSummary());
      }
      candidates(answer.getCandidatesList()).print(format, answer, System.out);
      if (format == Format.TABLE) {
        arithmetic(answer);
      }
      return 0;
    }
  }

  /** Explains a KPI. */
  @Command(
      name = "kpi",
      description = "The formula, the inputs, the units behind a KPI, and what is missing.",
      mixinStandardHelpOptions = true)
  int kpi(
      @Mixin ConnectOptions connect,
      @Mixin FilterOptions filter,
      @Option(
              names = "--currency",
              paramLabel = "CODE",
              defaultValue = "",
              description = "Convert money into it.")
          String currency,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "TABLE",
              description = "table, json or csv (default: table).")
          Format format,
      @Parameters(paramLabel = "KPI", description = "The KPI's id.") String kpiId) {
    try (Peers peers = connect.open()) {
      ExplainKpiResponse answer =
          peers
              .kpis()
              .explainKpi(
                  ExplainKpiRequest.newBuilder()
                      .setKpiId(kpiId)
                      .setFilter(filter.toProto())
                      .setCurrencyCode(currency)
                      .build());
      if (format == Format.TABLE) {
        head(answer);
      }
      units(answer, KpiCells.of(peers), format).print(format, answer, System.out);
      if (format == Format.TABLE) {
        missing(answer);
      }
      return 0;
    }
  }

  /** How each credit came to its amount. */
  private static void arithmetic(ExplainAttributionResponse answer) {
    for (CreditArithmetic steps : answer.getArithmeticList()) {
      Credit credit = answer.getAttribution().getCredits(steps.getCredit());
      System.out.printf(
          "%s: %s%n",
          credit.hasOwner() ? credit.getOwner().getCreatorId() : "(unattributed)", steps.getText());
    }
  }

  private static Grid candidates(List<Candidate> candidates) {
    Grid grid = new Grid(List.of("candidate", "creator", "decision", "why"));
    for (Candidate candidate : candidates) {
      String name =
          switch (candidate.getKind()) {
            case CANDIDATE_KIND_CODE -> "code " + candidate.getCode();
            case CANDIDATE_KIND_BOUND_CODE ->
                "code " + candidate.getCode() + " of order " + candidate.getOrderId();
            default -> "touch " + candidate.getTouchId();
          };
      grid.add(
          List.of(
              Cell.text(name),
              Cell.text(candidate.hasOwner() ? candidate.getOwner().getCreatorId() : ""),
              Cell.text(Names.plain("CANDIDATE_DECISION_", candidate.getDecision().name())),
              Cell.text(candidate.getMessage())));
    }
    return grid;
  }

  private static void head(ExplainKpiResponse answer) {
    System.out.printf(
        "%s = %s%n%s%n%s%n%n",
        answer.getDefinition().getDisplayName(),
        answer.getDefinition().getFormula(),
        answer.getDefinition().getDescription(),
        answer.getComputation());
  }

  private static Grid units(ExplainKpiResponse answer, KpiCells cells, Format format) {
    List<String> headings = new ArrayList<>(List.of("unit"));
    answer.getInputsList().forEach(input -> headings.add(input.getMeasure()));
    headings.add("from");
    Grid grid = new Grid(headings);
    int shown = format == Format.TABLE ? UNITS_SHOWN : answer.getUnitsCount();
    answer.getUnitsList().stream()
        .limit(shown)
        .forEach(
            unit -> {
              List<Cell> row = new ArrayList<>(List.of(Cell.text(unit.getUnitId())));
              unit.getValuesList().forEach(value -> row.add(cells.cell(value)));
              row.add(Cell.text(String.join(" ", unit.getSourceSystemsList())));
              grid.add(row);
            });
    return grid;
  }

  private static void missing(ExplainKpiResponse answer) {
    if (answer.getUnitsCount() > UNITS_SHOWN) {
      System.out.printf("and %,d more%n", answer.getUnitsCount() - UNITS_SHOWN);
    }
    answer.getMissingList().stream()
        .limit(UNITS_SHOWN)
        .forEach(
            unit ->
                System.out.printf(
                    "missing: %s of %s: %s%n",
                    unit.getMeasure(), unit.getUnitId(), unit.getReason()));
    if (answer.getMissingCount() > UNITS_SHOWN) {
      System.out.printf("and %,d more are missing%n", answer.getMissingCount() - UNITS_SHOWN);
    }
  }
}
