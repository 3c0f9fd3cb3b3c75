package dev.tributary.local.payout;

import dev.tributary.attribution.v1.MarkPaidRequest;
import dev.tributary.attribution.v1.MarkPaidResponse;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.importing.MadeIds;
import dev.tributary.local.output.Format;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Marks statements as paid. */
@Command(
    name = "pay",
    description =
        "Marks statements as paid, all or none of them. It moves no money. Safe to call again with "
            + "the same reference and day.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  tributary pay 7 8 --reference SEPA-2026-118 --date 2026-12-05")
public final class PayCommand implements Callable<Integer> {
  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Option(
      names = "--reference",
      required = true,
      paramLabel = "TEXT",
      description = "What the bank calls the payment.")
  private String reference = "";

  @Option(
      names = "--date",
      required = true,
      paramLabel = "YYYY-MM-DD",
      description = "The day of the payment.")
  private String date = "";

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Id of the payment, chosen by you (default: made of reference and day).")
  private @Nullable String id;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json or csv (default: table).")
  private Format format = Format.TABLE;

  @Parameters(arity = "1..*", paramLabel = "STATEMENT", description = "Numbers of statements.")
  private List<Long> statements = List.of();

  @Override
  public Integer call() {
    String given = id;
    try (Peers peers = connect.open()) {
      MarkPaidResponse answer =
          peers
              .commissions()
              .markPaid(
                  MarkPaidRequest.newBuilder()
                      .setPaymentId(given == null ? MadeIds.of("payment", reference, date) : given)
                      .addAllStatementNumbers(statements)
                      .setReference(reference)
                      .setDate(date)
                      .build());
      StatementGrid.table(answer.getStatementsList()).print(format, answer, System.out);
      return 0;
    }
  }
}
