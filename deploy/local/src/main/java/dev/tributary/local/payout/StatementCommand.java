package dev.tributary.local.payout;

import dev.tributary.attribution.v1.CommissionState;
import dev.tributary.attribution.v1.CommissionStatement;
import dev.tributary.attribution.v1.CommissionTotals;
import dev.tributary.attribution.v1.ListStatementsRequest;
import dev.tributary.attribution.v1.ListStatementsResponse;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.PagedLists;
import dev.tributary.local.client.Peers;
import dev.tributary.local.output.Format;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists statements, and what leads to them. */
@Command(
    name = "statement",
    description =
        "Lists the statements of a month or of all time, with what is to be paid. 'lock' writes "
            + "those of a month, 'show' has the lines of one, 'open' what no statement has yet.",
    mixinStandardHelpOptions = true,
    subcommands = {LockCommand.class, ShowStatementCommand.class, OpenLinesCommand.class},
    synopsisSubcommandLabel = "[COMMAND]",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary statement lock 2026-11 --validate",
      "  tributary statement lock 2026-11",
      "  tributary statement --month 2026-11 --csv payouts.csv",
      "  tributary statement show 7"
    })
public final class StatementCommand implements Callable<Integer> {
  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Mixin private PeriodOptions period = new PeriodOptions();

  @Option(
      names = "--month",
      paramLabel = "YYYY-MM",
      description = "Only those of periods that end in or with this month.")
  private @Nullable String month;

  @Option(names = "--lock", paramLabel = "ID", description = "Only those of this lock.")
  private String lock = "";

  @Option(names = "--creator", paramLabel = "ID", description = "Only those of this creator.")
  private String creator = "";

  @Option(
      names = "--collaboration",
      paramLabel = "ID",
      description = "Only those of this collaboration.")
  private String collaboration = "";

  @Option(names = "--unpaid", description = "Only those that are not paid.")
  private boolean unpaid;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write the payouts there, a row per statement, with all its amounts.")
  private @Nullable Path csv;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json or csv (default: table).")
  private Format format = Format.TABLE;

  @Override
  public Integer call() throws IOException {
    try (Peers peers = connect.open()) {
      ListStatementsRequest.Builder request =
          ListStatementsRequest.newBuilder()
              .setLockId(lock)
              .setCreatorId(creator)
              .setCollaborationId(collaboration)
              .setPageSize(1_000);
      String wanted = month;
      if (wanted != null) {
        request.setPeriod(PeriodOptions.range(wanted, period.zone(peers)));
      }
      if (unpaid) {
        request.setState(CommissionState.COMMISSION_STATE_LOCKED);
      }
      List<CommissionTotals> totals = new ArrayList<>();
      List<CommissionStatement> statements =
          PagedLists.<ListStatementsResponse, CommissionStatement>all(
              token -> {
                ListStatementsResponse page =
                    peers.commissions().listStatements(request.setPageToken(token).build());
                totals.clear();
                totals.addAll(page.getTotalsList());
                return page;
              },
              ListStatementsResponse::getStatementsList,
              ListStatementsResponse::getNextPageToken);
      print(statements, totals, peers);
      return 0;
    }
  }

  private void print(
      List<CommissionStatement> statements, List<CommissionTotals> totals, Peers peers)
      throws IOException {
    ListStatementsResponse answer =
        ListStatementsResponse.newBuilder()
            .addAllStatements(statements)
            .addAllTotals(totals)
            .build();
    StatementGrid.table(statements).print(format, answer, System.out);
    if (format == Format.TABLE) {
      System.out.println();
      StatementGrid.totals(totals).forEach(System.out::println);
    }
    Path file = csv;
    if (file != null) {
      try (PrintStream out = new PrintStream(file.toString(), StandardCharsets.UTF_8)) {
        StatementGrid.payouts(statements, period.zone(peers)).print(Format.CSV, answer, out);
      }
      System.err.println("payouts: " + file);
    }
  }
}
