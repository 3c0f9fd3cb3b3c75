package dev.tributary.local.demo;

import dev.tributary.local.client.Peers;
import dev.tributary.local.client.Targets;
import dev.tributary.local.demo.world.DemoWorld;
import dev.tributary.local.output.TextTable;
import dev.tributary.local.suite.Access;
import dev.tributary.local.suite.LocalSuite;
import dev.tributary.local.suite.Ports;
import dev.tributary.local.suite.SplitSuite;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The demo's world sent twice: to services that are killed in the middle of it, and to a suite that
 * is left in peace. Both must end with the same figures, and those with the shop's own books.
 */
public final class CrashDemo {
  private final Path directory;
  private final PrintStream out;

  /**
   * A demo that has not begun.
   *
   * @param directory for the shop's export and the data of the suite left in peace; made when
   *     absent
   */
  public CrashDemo(Path directory, PrintStream out) {
    this.directory = directory;
    this.out = out;
  }

  /**
   * Sends the world to both, and shows what came of it.
   *
   * @param suite to be killed; it holds nothing else
   * @return whether all agree
   */
  public boolean play(DemoWorld world, SplitSuite suite) {
    out.printf("%nSENT through gRPC, with kill -9%n");
    Map<String, Victim> victims =
        Map.of(
            "observations", new Victim("ingestion", suite.ingestion()),
            "touches", new Victim("attribution", suite.attribution()),
            "orders", new Victim("attribution", suite.attribution()));
    CrashSender sender = new CrashSender(victims, new BatchSender(out, false), out);
    try (Peers peers = Peers.withoutRetries(suite.targets())) {
      send(world, peers, sender);
    }
    Totals crashed = totals(suite.targets(), sender.sent());
    print(sender.crashes());
    TieOut tieOut = TieOut.of(export(world), crashed.credits());
    TieOutScreen.print(tieOut, out);
    List<String> differences = crashed.differences(undisturbed(world));
    print(differences, crashed.figures().size());
    return tieOut.isExact() && differences.isEmpty() && sender.crashes().size() == victims.size();
  }

  private static void send(DemoWorld world, Peers peers, Batches batches) {
    WorldSender sender = new WorldSender(peers, batches);
    sender.sendSeen(world);
    sender.sendSales(world);
  }

  private static Totals totals(Targets targets, Sent sent) {
    try (Peers peers = new Peers(targets, Optional.empty())) {
      return Totals.of(peers, sent.positions());
    }
  }

  private Totals undisturbed(DemoWorld world) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    BatchSender sender = new BatchSender(nowhere, false);
    try (LocalSuite.Started suite =
        LocalSuite.start(
            directory.resolve("undisturbed"), Ports.from(0), Access.open(), Clock.systemUTC())) {
      try (Peers peers = new Peers(suite.targets(), Optional.empty())) {
        send(world, peers, sender);
      }
      return totals(suite.targets(), sender.sent());
    }
  }

  private Path export(DemoWorld world) {
    try {
      Files.createDirectories(directory);
      return Files.write(directory.resolve("shop-orders.csv"), world.export());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private void print(List<Crash> crashes) {
    out.printf("%nKILLED  ·  what was acknowledged is on disk; all else was sent again%n");
    TextTable table =
        new TextTable(
            List.of(
                "kill -9 of",
                "while sending",
                "items",
                "acknowledged before",
                "calls in flight",
                "items sent again",
                "already recorded"));
    for (Crash crash : crashes) {
      List<String> cells = new ArrayList<>(List.of(crash.service(), crash.label()));
      for (long number :
          new long[] {
            crash.count(),
            crash.acknowledgedBefore(),
            crash.callsInFlight(),
            crash.sentAgain(),
            crash.alreadyRecorded()
          }) {
        cells.add(String.format(Locale.ROOT, "%,d", number));
      }
      table.add(cells);
    }
    table.lines("  ").forEach(out::println);
  }

  private void print(List<String> differences, int count) {
    out.printf(
        Locale.ROOT,
        "%n%s  ·  %,d figures of credits and KPIs against a suite that nobody killed, %,d differ%n",
        differences.isEmpty() ? "SAME TOTALS" : "OTHER TOTALS",
        count,
        differences.size());
    differences.stream().limit(10).forEach(name -> out.println("  " + name));
  }
}
