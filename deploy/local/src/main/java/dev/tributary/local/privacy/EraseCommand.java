package dev.tributary.local.privacy;

import dev.tributary.attribution.v1.EraseSubjectRequest;
import dev.tributary.attribution.v1.EraseSubjectResponse;
import dev.tributary.attribution.v1.ErasureReceipt;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.command.Amounts;
import dev.tributary.local.output.Format;
import dev.tributary.local.output.Grid;
import dev.tributary.local.output.Grid.Cell;
import dev.tributary.local.output.TextTable;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.identity.Uuid7;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forgets a person. */
@Command(
    name = "erase",
    description =
        "Forgets a person for good, and prints a receipt that proves that no total and no payable "
            + "has changed. With the id of an earlier erasure it prints that one's receipt.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary erase --customer - --reason 'request 4711' < id.txt",
      "  tributary erase --customer c-1001 --id request-4711 --format json > receipt.json"
    })
public final class EraseCommand implements Callable<Integer> {
  @Mixin private ConnectOptions connect = new ConnectOptions();

  @ArgGroup(multiplicity = "1")
  private Subject subject = new Subject();

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Id of the erasure, which must not name the person (default: a new one).")
  private @Nullable String id;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, for the receipt; must not name the person.")
  private String reason = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json or csv (default: table).")
  private Format format = Format.TABLE;

  @Override
  public Integer call() {
    String given = id;
    String erasureId =
        given == null ? new Uuid7(Clock.systemUTC(), new SecureRandom()).next() : given;
    EraseSubjectRequest.Builder request =
        EraseSubjectRequest.newBuilder().setErasureId(erasureId).setReason(reason);
    subject.putInto(request);
    // Said first, so that the receipt can be had also if the answer is lost.
    System.err.println("erasure " + erasureId);
    try (Peers peers = connect.open()) {
      EraseSubjectResponse answer = peers.privacy().eraseSubject(request.build());
      print(answer.getReceipt());
      return 0;
    }
  }

  private void print(ErasureReceipt receipt) {
    if (format == Format.TABLE) {
      System.out.printf(
          "erased %s  ·  erasure %s  ·  %,d orders keep their credit%n",
          ProtoTimes.toInstant(receipt.getEraseTime()),
          receipt.getErasureId(),
          receipt.getOrders());
      if (receipt.getVisitorsErased() + receipt.getVisitorsKept() > 0) {
        System.out.printf(
            "linked visitors: %d erased too, %d kept because other customers use them%n",
            receipt.getVisitorsErased(), receipt.getVisitorsKept());
      }
      System.out.println();
    }
    Grid grid = new Grid(List.of("erased", "rows"));
    receipt
        .getErasedList()
        .forEach(
            rows ->
                grid.add(
                    List.of(Cell.text(rows.getName()), Cell.text(Long.toString(rows.getRows())))));
    grid.print(format, receipt, System.out);
    if (format == Format.TABLE) {
      proofs(receipt).forEach(System.out::println);
      receipt
          .getKeptList()
          .forEach(kept -> System.out.printf("kept %s: %s%n", kept.getWhat(), kept.getWhy()));
    }
  }

  private static List<String> proofs(ErasureReceipt receipt) {
    if (receipt.getProofsCount() == 0) {
      return List.of();
    }
    TextTable table = new TextTable(List.of("ledger", "before", "after"));
    receipt
        .getProofsList()
        .forEach(
            proof -> {
              table.add(
                  List.of(
                      "postings",
                      Long.toString(proof.getPostingsBefore()),
                      Long.toString(proof.getPostingsAfter())));
              table.add(
                  List.of(
                      "their sum",
                      Amounts.text(proof.getSumBefore()),
                      Amounts.text(proof.getSumAfter())));
              table.add(
                  List.of(
                      "of it to creators",
                      Amounts.text(proof.getCreditedBefore()),
                      Amounts.text(proof.getCreditedAfter())));
            });
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(table.lines(""));
    return lines;
  }
}
