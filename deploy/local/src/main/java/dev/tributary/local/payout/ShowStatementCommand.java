package dev.tributary.local.payout;

import dev.tributary.attribution.v1.CommissionLine;
import dev.tributary.attribution.v1.CommissionStatement;
import dev.tributary.attribution.v1.GetStatementRequest;
import dev.tributary.attribution.v1.GetStatementResponse;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.PagedLists;
import dev.tributary.local.client.Peers;
import dev.tributary.local.output.Format;
import dev.tributary.runtime.api.ProtoTimes;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one statement with its lines. */
@Command(
    name = "show",
    description = "Shows one statement with its lines, each of one conversion, fee or bonus.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  tributary statement show 7 --format csv > statement-7.csv")
final class ShowStatementCommand implements Callable<Integer> {
  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json or csv (default: table).")
  private Format format = Format.TABLE;

  @Parameters(paramLabel = "NUMBER", description = "The statement's number.")
  private long number;

  @Override
  public Integer call() {
    try (Peers peers = connect.open()) {
      CommissionStatement statement =
          peers
              .commissions()
              .getStatement(
                  GetStatementRequest.newBuilder()
                      .setStatementNumber(number)
                      .setPageSize(1)
                      .build())
              .getStatement();
      List<CommissionLine> lines = new PagedLists(peers).lines(number);
      GetStatementResponse answer =
          GetStatementResponse.newBuilder().setStatement(statement).addAllLines(lines).build();
      if (format == Format.TABLE) {
        head(statement);
      }
      LineGrid.of(lines).print(format, answer, System.out);
      return 0;
    }
  }

  private static void head(CommissionStatement statement) {
    System.out.printf(
        "statement %d of %s, %s to %s%n",
        statement.getStatementNumber(),
        statement.getOwner().getCollaborationId(),
        ProtoTimes.toInstant(statement.getPeriodStartTime()),
        ProtoTimes.toInstant(statement.getPeriodEndTime()));
    if (statement.hasPayment()) {
      System.out.printf(
          "paid %s, reference %s%n",
          statement.getPayment().getDate(), statement.getPayment().getReference());
    }
    System.out.println();
    StatementGrid.table(List.of(statement)).print(Format.TABLE, statement, System.out);
    System.out.println();
  }
}
