package dev.tributary.local.privacy;

import dev.tributary.attribution.v1.ErasureReceipt;
import dev.tributary.local.command.Amounts;
import dev.tributary.local.output.Format;
import dev.tributary.local.output.Grid;
import dev.tributary.local.output.Grid.Cell;
import dev.tributary.local.output.TextTable;
import dev.tributary.runtime.api.ProtoTimes;
import java.util.ArrayList;
import java.util.List;

/** Receipts of persons who were forgotten in orders and touches. */
final class OrderReceipts {
  private OrderReceipts() {}

  static void print(ErasureReceipt receipt, Format format) {
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
