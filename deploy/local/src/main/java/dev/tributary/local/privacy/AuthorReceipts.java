package dev.tributary.local.privacy;

import dev.tributary.ingestion.v1.ErasureReceipt;
import dev.tributary.local.output.Format;
import dev.tributary.local.output.Grid;
import dev.tributary.local.output.Grid.Cell;
import dev.tributary.local.output.TextTable;
import dev.tributary.runtime.api.ProtoTimes;
import java.util.List;

/** Receipts of persons who were forgotten in comments and mentions. */
final class AuthorReceipts {
  private AuthorReceipts() {}

  static void print(ErasureReceipt receipt, Format format) {
    if (format == Format.TABLE) {
      System.out.printf(
          "erased %s  ·  erasure %s  ·  %,d observations keep their counts%n%n",
          ProtoTimes.toInstant(receipt.getEraseTime()),
          receipt.getErasureId(),
          receipt.getObservations());
    }
    Grid grid = new Grid(List.of("erased", "fields"));
    receipt
        .getErasedList()
        .forEach(
            fields ->
                grid.add(
                    List.of(
                        Cell.text(fields.getName()), Cell.text(Long.toString(fields.getCount())))));
    grid.print(format, receipt, System.out);
    if (format == Format.TABLE) {
      printProofs(receipt);
      receipt
          .getKeptList()
          .forEach(kept -> System.out.printf("kept %s: %s%n", kept.getWhat(), kept.getWhy()));
    }
  }

  private static void printProofs(ErasureReceipt receipt) {
    if (receipt.getProofsCount() == 0) {
      return;
    }
    TextTable table = new TextTable(List.of("counted", "before", "after"));
    receipt
        .getProofsList()
        .forEach(
            proof ->
                table.add(
                    List.of(
                        proof.getName(),
                        Long.toString(proof.getBefore()),
                        Long.toString(proof.getAfter()))));
    System.out.println();
    table.lines("").forEach(System.out::println);
  }
}
