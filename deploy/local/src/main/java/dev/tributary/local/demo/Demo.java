package dev.tributary.local.demo;

import dev.tributary.attribution.v1.CreditGrouping;
import dev.tributary.attribution.v1.CreditSummary;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.ReportFiles;
import dev.tributary.local.client.Targets;
import dev.tributary.local.demo.world.DemoWorld;
import dev.tributary.metrics.v1.KpiDefinition;
import dev.tributary.metrics.v1.ListKpisRequest;
import dev.tributary.reporting.v1.CreateReportRequest;
import dev.tributary.reporting.v1.RenderFormat;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Plays the demo against a running suite and prints what came of it. It is a client like any other:
 * all it does goes through the public API.
 */
public final class Demo {
  private final Targets targets;
  private final Peers peers;
  private final Path directory;
  private final PrintStream out;
  private final boolean terminal;

  /**
   * A demo that has not begun.
   *
   * @param targets where the suite listens
   * @param directory where the shop's export and the reports are written; made when absent
   * @param terminal whether the output can redraw a line
   */
  public Demo(Targets targets, Peers peers, Path directory, PrintStream out, boolean terminal) {
    this.targets = targets;
    this.peers = peers;
    this.directory = directory;
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * Sends the world, waits until it is applied, and prints the screen.
   *
   * @return whether the ledger ties out with the shop's export
   */
  public boolean play(DemoWorld world) {
    Path export = write("shop-orders.csv", world.export());
    BatchSender batches = new BatchSender(out, terminal);
    WorldSender sender = new WorldSender(peers, batches);
    out.printf("%nSENT through gRPC; each item is on disk before it is acknowledged%n");
    long start = System.nanoTime();
    sender.sendSeen(world);
    printCampaign(world, world.awarenessCampaignId(), batches.sent());

    out.printf("%nSENT%n");
    sender.sendSales(world);
    Duration sending = Duration.ofNanos(System.nanoTime() - start);
    Sent sent = batches.sent();
    Duration applying = waitUntilApplied(sent);
    out.printf(
        Locale.ROOT,
        "  %,d items acknowledged within %.1f s; the last of it in the KPIs %.1f s later%n",
        sent.count(),
        sending.toMillis() / 1e3,
        applying.toMillis() / 1e3);
    printCampaign(world, world.salesCampaignId(), sent);

    new FaultsScreen(peers, sent.positions().tokens())
        .print(world.campaigns().stream().map(Campaign::getCampaignId).toList(), out);
    TieOut tieOut = TieOut.of(export, creditsBySource());
    TieOutScreen.print(tieOut, out);
    new SuspectScreen(peers).print(world, sent.positions(), out);
    String orderId = printArgued(world);
    Path report = writeReports(world);
    NextScreen.print(targets, report, world.salesCampaignId(), orderId, out);
    return tieOut.isExact();
  }

  private Duration waitUntilApplied(Sent sent) {
    long start = System.nanoTime();
    sent.positions().awaitApplied(peers);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void printCampaign(DemoWorld world, String campaignId, Sent sent) {
    List<KpiDefinition> definitions =
        peers.kpis().listKpis(ListKpisRequest.getDefaultInstance()).getKpisList();
    Map<String, String> names =
        world.creators().stream()
            .collect(Collectors.toMap(Creator::getCreatorId, Creator::getDisplayName));
    CampaignScreen screen =
        new CampaignScreen(peers, definitions, names, sent.positions().tokens());
    world.campaigns().stream()
        .filter(campaign -> campaign.getCampaignId().equals(campaignId))
        .forEach(campaign -> screen.print(campaign, out));
  }

  private List<CreditSummary> creditsBySource() {
    return peers
        .analysis()
        .summarizeCredits(
            SummarizeCreditsRequest.newBuilder()
                .setGroupBy(CreditGrouping.CREDIT_GROUPING_SOURCE)
                .build())
        .getCreditsList();
  }

  private String printArgued(DemoWorld world) {
    Optional<ArguedOrder> argued = ArguedOrder.among(world.conversions(), peers);
    argued.ifPresent(order -> order.print(out));
    return argued
        .map(order -> order.order().getOrderId())
        .orElse(world.conversions().get(0).getOrderId());
  }

  /** Creates and renders a report on each campaign; answers the file of the sales campaign's. */
  private Path writeReports(DemoWorld world) {
    ReportFiles files = new ReportFiles(peers);
    for (Campaign campaign : world.campaigns()) {
      String id = campaign.getCampaignId();
      peers
          .reports()
          .createReport(
              CreateReportRequest.newBuilder().setReportId("demo:" + id).setCampaignId(id).build());
      files.write("demo:" + id, RenderFormat.RENDER_FORMAT_HTML, file("report-" + id + ".html"));
    }
    return file("report-" + world.salesCampaignId() + ".html");
  }

  private Path write(String name, List<String> lines) {
    try {
      Files.createDirectories(directory);
      return Files.write(file(name), lines);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private Path file(String name) {
    return directory.resolve(name);
  }
}
