package dev.tributary.local.payout;

import dev.tributary.attribution.v1.ListOpenLinesRequest;
import dev.tributary.attribution.v1.ListOpenLinesResponse;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.command.Names;
import dev.tributary.local.output.Format;
import dev.tributary.local.output.TextTable;
import dev.tributary.runtime.money.Currencies;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what no statement has yet. */
@Command(
    name = "open",
    description = "Shows what no statement has yet of a collaboration: pending, approved, held.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  tributary statement open spring-glow-emily")
final class OpenLinesCommand implements Callable<Integer> {
  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json or csv (default: table).")
  private Format format = Format.TABLE;

  @Parameters(paramLabel = "COLLABORATION", description = "The collaboration's id.")
  private String collaboration = "";

  @Override
  public Integer call() {
    try (Peers peers = connect.open()) {
      ListOpenLinesResponse answer =
          peers
              .commissions()
              .listOpenLines(
                  ListOpenLinesRequest.newBuilder().setCollaborationId(collaboration).build());
      LineGrid.of(answer.getLinesList()).print(format, answer, System.out);
      if (format == Format.TABLE) {
        System.out.println();
        totals(answer).forEach(System.out::println);
      }
      return 0;
    }
  }

  private static List<String> totals(ListOpenLinesResponse answer) {
    TextTable table = new TextTable(List.of("state", "lines", "amount", "currency"));
    answer
        .getTotalsList()
        .forEach(
            sum ->
                table.add(
                    List.of(
                        Names.plain("COMMISSION_STATE_", sum.getState().name()),
                        Long.toString(sum.getLineCount()),
                        Currencies.format(sum.getCurrencyCode(), sum.getAmountMinor()),
                        sum.getCurrencyCode())));
    return answer.getTotalsCount() == 0 ? List.of("nothing is open") : table.lines("");
  }
}
