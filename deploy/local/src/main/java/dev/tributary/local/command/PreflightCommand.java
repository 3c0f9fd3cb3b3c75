package dev.tributary.local.command;

import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.CollaborationStatus;
import dev.tributary.ingestion.v1.GetCampaignRequest;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.PagedLists;
import dev.tributary.local.client.Peers;
import dev.tributary.local.output.TextTable;
import dev.tributary.local.preflight.Outcome;
import dev.tributary.local.preflight.TestSales;
import dev.tributary.metrics.v1.CampaignFinding;
import dev.tributary.metrics.v1.CampaignFindingCode;
import dev.tributary.metrics.v1.CheckCampaignRequest;
import dev.tributary.metrics.v1.FindingSeverity;
import dev.tributary.runtime.identity.Uuid7;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks a campaign before it starts. */
@Command(
    name = "preflight",
    description = {
      "Checks a campaign before it starts: what it lacks, and whether a test order by each code and"
          + " link credits the right creator. Ends with 2 when something is wrong.",
      "Test clicks and orders are stored and explained like others and are in no sum."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  tributary preflight spring-glow")
public final class PreflightCommand implements Callable<Integer> {
  private static final int EXIT_NOT_READY = 2;
  private static final Set<CollaborationStatus> NOT_AGREED =
      Set.of(
          CollaborationStatus.COLLABORATION_STATUS_INVITED,
          CollaborationStatus.COLLABORATION_STATUS_DECLINED);

  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Parameters(paramLabel = "CAMPAIGN", description = "The campaign's id.")
  private String campaignId = "";

  @Override
  public Integer call() {
    try (Peers peers = connect.open()) {
      List<CampaignFinding> findings =
          peers
              .kpis()
              .checkCampaign(CheckCampaignRequest.newBuilder().setCampaignId(campaignId).build())
              .getFindingsList();
      findings.forEach(PreflightCommand::print);
      boolean isReady =
          findings.stream()
              .noneMatch(
                  finding -> finding.getSeverity() == FindingSeverity.FINDING_SEVERITY_ERROR);
      if (findings.stream().anyMatch(PreflightCommand::isUnknown)) {
        return EXIT_NOT_READY;
      }
      List<Outcome> outcomes = sales(peers).run(collaborations(peers));
      print(outcomes);
      boolean isRight =
          outcomes.stream().noneMatch(outcome -> outcome.result() == Outcome.Result.WRONG);
      System.out.println(isReady && isRight ? "ready" : "not ready");
      return isReady && isRight ? 0 : EXIT_NOT_READY;
    }
  }

  private TestSales sales(Peers peers) {
    Clock clock = Clock.systemUTC();
    String currency =
        peers
            .catalog()
            .getCampaign(GetCampaignRequest.newBuilder().setCampaignId(campaignId).build())
            .getCampaign()
            .getCurrencyCode();
    return new TestSales(peers, currency, new Uuid7(clock, new SecureRandom())::next, clock);
  }

  /** Those that were agreed. */
  private List<Collaboration> collaborations(Peers peers) {
    return new PagedLists(peers)
        .collaborations(campaignId).stream()
            .filter(collaboration -> !NOT_AGREED.contains(collaboration.getStatus()))
            .toList();
  }

  private static void print(CampaignFinding finding) {
    System.out.printf(
        "%-7s  %s%n",
        Names.plain("FINDING_SEVERITY_", finding.getSeverity().name()), finding.getMessage());
  }

  private static void print(List<Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      System.out.println("no code or link to test");
      return;
    }
    TextTable table = new TextTable(List.of("test order by", "", "creator", "credited"));
    outcomes.forEach(
        outcome ->
            table.add(
                List.of(
                    outcome.kind(), outcome.subject(), outcome.creatorId(), credited(outcome))));
    table.lines("").forEach(System.out::println);
  }

  private static String credited(Outcome outcome) {
    return switch (outcome.result()) {
      case RIGHT -> "right";
      case WRONG -> "WRONG: " + outcome.message();
      case NOT_TESTED -> "not tested, " + outcome.message();
    };
  }

  private static boolean isUnknown(CampaignFinding finding) {
    return finding.getCode() == CampaignFindingCode.CAMPAIGN_FINDING_CODE_CAMPAIGN_UNKNOWN;
  }
}
