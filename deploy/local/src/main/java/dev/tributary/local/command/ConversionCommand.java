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
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows an order, or another conversion, with its ledger. */
@Command(
    name = "conversion",
    description =
        "Shows an order with every posting of its ledger: the purchase with this id, or else "
            + "whatever is recorded with it.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary conversion '#10234'",
      "  tributary conversion '#10234' --type subscription_start"
    })
public final class ConversionCommand implements Callable<Integer> {
  private static final int MILLIONTHS_DECIMALS = 6;

  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Option(
      names = "--storefront",
      paramLabel = "ID",
      description = "The shop (default: ${DEFAULT-VALUE}).")
  private String storefront = "main";

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description =
          "Type of the conversion, such as subscription_start; custom:NAME (default: the one that "
              + "the id has; of several the first of the table of types, a purchase before all, "
              + "and the others are named).")
  private @Nullable String type;

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
      String given = type;
      List<GetConversionResponse> found =
          given == null ? found(peers) : List.of(conversion(peers, TypeName.of(given)));
      GetConversionResponse first = found.get(0);
      if (format == Format.TABLE) {
        head(first.getConversion());
      }
      // Where only the answer belongs to the output, what else there is is said beside it.
      PrintStream beside = format == Format.TABLE ? System.out : System.err;
      found.stream()
          .skip(1)
          .forEach(other -> beside.println("also recorded with this id: --type " + type(other)));
      postings(first.getConversion()).print(format, first, System.out);
      return 0;
    }
  }

  /** All conversions with the id, at least one. */
  private List<GetConversionResponse> found(Peers peers) {
    List<GetConversionResponse> found = new ArrayList<>();
    @Nullable StatusRuntimeException missing = null;
    for (TypeName each : TypeName.all()) {
      try {
        found.add(conversion(peers, each));
      } catch (StatusRuntimeException fault) {
        if (fault.getStatus().getCode() != Status.Code.NOT_FOUND) {
          throw fault;
        }
        missing = missing == null ? fault : missing;
      }
    }
    if (found.isEmpty()) {
      throw Objects.requireNonNull(missing);
    }
    return found;
  }

  private static TypeName type(GetConversionResponse answer) {
    return new TypeName(
        answer.getConversion().getConversion().getType(),
        answer.getConversion().getConversion().getCustomType());
  }

  private GetConversionResponse conversion(Peers peers, TypeName named) {
    return peers
        .conversions()
        .getConversion(
            GetConversionRequest.newBuilder()
                .setStorefrontId(storefront)
                .setType(named.type())
                .setCustomType(named.customName())
                .setOrderId(orderId)
                .build());
  }

  private static void head(ConversionRecord order) {
    String currency = order.getConversion().getCurrencyCode();
    String name =
        order.getConversion().getType() == ConversionType.CONVERSION_TYPE_PURCHASE
            ? "order"
            : new TypeName(order.getConversion().getType(), order.getConversion().getCustomType())
                .toString();
    System.out.printf(
        "%s %s of %s  ·  %s  ·  %s  ·  revision %d%n",
        name,
        order.getConversion().getOrderId(),
        order.getConversion().getStorefrontId(),
        ProtoTimes.toInstant(order.getConversion().getConversionTime()),
        currency.isEmpty()
            ? "without an amount"
            : "base %s %s (%s)"
                .formatted(
                    Currencies.format(currency, order.getBaseMinor()),
                    currency,
                    order.getBase().name().substring("REVENUE_BASE_".length())),
        order.getAttribution().getRevision());
    order.getNotesList().forEach(note -> System.out.println("note: " + note.getMessage()));
  }

  private static Grid postings(ConversionRecord order) {
    String currency = order.getConversion().getCurrencyCode();
    // Of a goal without an amount, parts of the one conversion are posted.
    String posted = currency.isEmpty() ? "conversions" : "amount";
    Grid grid = new Grid(List.of("no", "revision", "kind", "creator", "by", posted, "when"));
    for (Posting posting : order.getPostingsList()) {
      Owner owner = posting.getOwner();
      grid.add(
          List.of(
              Cell.text(Integer.toString(posting.getPostingNo())),
              Cell.text(Integer.toString(posting.getRevision())),
              Cell.text(Names.plain("POSTING_KIND_", posting.getKind().name())),
              Cell.text(posting.hasOwner() ? owner.getCreatorId() : "(unattributed)"),
              Cell.text(posting.getCodeId() + posting.getLinkId()),
              Cell.text(amount(currency, posting)),
              Cell.text(ProtoTimes.toInstant(posting.getEffectiveTime()).toString())));
    }
    return grid;
  }

  private static String amount(String currency, Posting posting) {
    return currency.isEmpty()
        ? BigDecimal.valueOf(posting.getConversionMillionths(), MILLIONTHS_DECIMALS).toPlainString()
        : Currencies.format(currency, posting.getAmountMinor());
  }
}
