package dev.tributary.local.payout;

import dev.tributary.attribution.v1.CommissionRate;
import dev.tributary.attribution.v1.CommissionTerms;
import dev.tributary.attribution.v1.CommissionTier;
import dev.tributary.attribution.v1.ListTermsResponse;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.PagedLists;
import dev.tributary.local.client.Peers;
import dev.tributary.local.command.Amounts;
import dev.tributary.local.command.Names;
import dev.tributary.local.output.Format;
import dev.tributary.local.output.Grid;
import dev.tributary.local.output.Grid.Cell;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what collaborations earn. */
@Command(
    name = "terms",
    description = "Lists what collaborations earn, every version. 'import --kind terms' puts them.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary terms spring-glow-emily",
      "  tributary import --template terms > terms.csv"
    })
public final class TermsCommand implements Callable<Integer> {
  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json or csv (default: table).")
  private Format format = Format.TABLE;

  @Parameters(
      arity = "0..1",
      paramLabel = "COLLABORATION",
      description = "Only those of one collaboration.")
  private String collaboration = "";

  @Override
  public Integer call() {
    try (Peers peers = connect.open()) {
      List<CommissionTerms> all = new PagedLists(peers).terms(collaboration);
      Grid grid =
          new Grid(
              List.of(
                  "collaboration",
                  "version",
                  "from",
                  "earns",
                  "tiers",
                  "caps",
                  "holding_days",
                  "minimum",
                  "fees",
                  "bonuses"));
      all.forEach(terms -> grid.add(row(terms)));
      grid.print(format, ListTermsResponse.newBuilder().addAllTerms(all).build(), System.out);
      return 0;
    }
  }

  private static List<Cell> row(CommissionTerms terms) {
    return Stream.of(
            terms.getOwner().getCollaborationId(),
            Integer.toString(terms.getTermsVersion()),
            ProtoTimes.toInstant(terms.getStartTime()).toString(),
            rate(terms.getRate())
                + (terms.getFirstPurchases() == 0
                    ? ""
                    : ", first %d purchases".formatted(terms.getFirstPurchases())),
            terms.getTiers().getTiersList().stream()
                .map(TermsCommand::tier)
                .collect(Collectors.joining(", ")),
            caps(terms),
            Integer.toString(terms.getHoldingDays()),
            amounts(terms.getMinimumPayoutsList(), ""),
            terms.getFeesList().stream()
                .map(fee -> fee.getFeeId() + " " + Amounts.text(fee.getAmount()))
                .collect(Collectors.joining(", ")),
            terms.getBonusesList().stream()
                .map(bonus -> bonus.getBonusId() + " " + Amounts.text(bonus.getAmount()))
                .collect(Collectors.joining(", ")))
        .map(Cell::text)
        .toList();
  }

  private static String rate(CommissionRate rate) {
    List<String> parts = new ArrayList<>();
    if (rate.getBasisPoints() != 0) {
      parts.add(
          BigDecimal.valueOf(rate.getBasisPoints(), 2).stripTrailingZeros().toPlainString() + " %");
    }
    rate.getFlatsList()
        .forEach(
            flat ->
                parts.add(
                    Names.plain("CONVERSION_TYPE_", flat.getType().name())
                        + " "
                        + Amounts.text(flat.getAmount())));
    return parts.isEmpty() ? "nothing" : String.join(", ", parts);
  }

  private static String tier(CommissionTier tier) {
    String from =
        tier.hasFromSales()
            ? Amounts.text(tier.getFromSales())
            : tier.getFromConversions() + " conversions";
    return "from " + from + " " + rate(tier.getRate());
  }

  private static String caps(CommissionTerms terms) {
    return Stream.of(
            amounts(terms.getCaps().getOrderList(), "order "),
            amounts(terms.getCaps().getMonthList(), "month "),
            amounts(terms.getCaps().getTotalList(), "total "))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String amounts(List<Money> amounts, String label) {
    return amounts.stream()
        .map(amount -> label + Amounts.text(amount))
        .collect(Collectors.joining(", "));
  }
}
