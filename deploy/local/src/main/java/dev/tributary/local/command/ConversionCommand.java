package dev.tributary.local.command;

import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.GetConversionRequest;
import dev.tributary.attribution.v1.GetConversionResponse;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.Posting;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.output.Format;
import dev.tributary.local.output.Grid;
import dev.tributary.local.output.Grid.Cell;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.money.Currencies;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows an order with its ledger. */
@Command(
    name = "conversion",
    description = "Shows an order with every posting of its ledger.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  tributary conversion '#10234'")
public final class ConversionCommand implements Callable<Integer> {
  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Option(
      names = "--storefront",
      paramLabel = "ID",
      description = "The shop (default: ${DEFAULT-VALUE}).")
  private String storefront = "main";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json or csv (default: table).")
  private Format format = Format.TABLE;

  @Parameters(paramLabel = "ORDER", description = "The shop's id of the order.")
  private String orderId = "";

  @Override
  public Integer call() {
    try (Peers peers = connect.open()) {
      GetConversionResponse answer =
          peers
              .conversions()
              .getConversion(
                  GetConversionRequest.newBuilder()
                      .setStorefrontId(storefront)
                      .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
                      .setOrderId(orderId)
                      .build());
      ConversionRecord order = answer.getConversion();
      if (format == Format.TABLE) {
        head(order);
      }
      postings(order).print(format, answer, System.out);
      return 0;
    }
  }

  private static void head(ConversionRecord order) {
    String currency = order.getConversion().getCurrencyCode();
    System.out.printf(
        "order %s of %s  ·  %s  ·  base %s %s (%s)  ·  revision %d%n",
        order.getConversion().getOrderId(),
        order.getConversion().getStorefrontId(),
        ProtoTimes.toInstant(order.getConversion().getConversionTime()),
        Currencies.format(currency, order.getBaseMinor()),
        currency,
        order.getBase().name().substring("REVENUE_BASE_".length()),
        order.getAttribution().getRevision());
    order.getNotesList().forEach(note -> System.out.println("note: " + note.getMessage()));
  }

  private static Grid postings(ConversionRecord order) {
    String currency = order.getConversion().getCurrencyCode();
    Grid grid = new Grid(List.of("no", "revision", "kind", "creator", "by", "amount", "when"));
    for (Posting posting : order.getPostingsList()) {
      Owner owner = posting.getOwner();
      grid.add(
          List.of(
              Cell.text(Integer.toString(posting.getPostingNo())),
              Cell.text(Integer.toString(posting.getRevision())),
              Cell.text(Names.plain("POSTING_KIND_", posting.getKind().name())),
              Cell.text(posting.hasOwner() ? owner.getCreatorId() : "(unattributed)"),
              Cell.text(posting.getCodeId() + posting.getLinkId()),
              Cell.text(Currencies.format(currency, posting.getAmountMinor())),
              Cell.text(ProtoTimes.toInstant(posting.getEffectiveTime()).toString())));
    }
    return grid;
  }
}
