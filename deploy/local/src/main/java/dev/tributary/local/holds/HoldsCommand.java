package dev.tributary.local.holds;

import dev.tributary.attribution.v1.HoldState;
import dev.tributary.attribution.v1.ListHoldsRequest;
import dev.tributary.attribution.v1.ListHoldsResponse;
import dev.tributary.attribution.v1.OrderHold;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.PagedLists;
import dev.tributary.local.client.Peers;
import dev.tributary.local.command.Names;
import dev.tributary.local.output.Format;
import dev.tributary.local.output.Grid;
import dev.tributary.local.output.Grid.Cell;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.money.Currencies;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists holds, and what is decided about them. */
@Command(
    name = "holds",
    description =
        "Lists orders that are held back from being paid for, with the evidence. A held order stays"
            + " in revenue; 'release' frees it, 'reject' takes the credit away, 'place' holds"
            + " more.",
    mixinStandardHelpOptions = true,
    subcommands = {
      PlaceCommand.class,
      ResolveCommand.Release.class,
      ResolveCommand.Reject.class,
      ResolveCommand.Restore.class
    },
    synopsisSubcommandLabel = "[COMMAND]",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary holds --code EMILY10",
      "  tributary holds place --uses-of EMILY10 --from 2026-11-10 --to 2026-11-20 \\",
      "    --rule code_leak --reason 'on a coupon site'",
      "  tributary holds release '#10234' --reason 'saw the video, says the customer'",
      "  tributary holds reject --code EMILY10 --rule code_leak --reason 'on a coupon site'"
    })
public final class HoldsCommand implements Callable<Integer> {
  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Mixin private WhichHolds which = new WhichHolds();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "held, released, rejected or all (default: held).")
  private State state = State.HELD;

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

  /** States to list. */
  enum State {
    /** Not decided on. */
    HELD,
    /** Freed. */
    RELEASED,
    /** Credit taken away. */
    REJECTED,
    /** Whatever state. */
    ALL;

    HoldState toProto() {
      return this == ALL
          ? HoldState.HOLD_STATE_UNSPECIFIED
          : HoldState.valueOf("HOLD_STATE_" + name());
    }
  }

  @Override
  public Integer call() {
    try (Peers peers = connect.open()) {
      ListHoldsRequest.Builder request =
          ListHoldsRequest.newBuilder()
              .setFilter(which.filter(peers, storefront, state.toProto()))
              .setPageSize(1_000);
      List<OrderHold> holds =
          PagedLists.<ListHoldsResponse, OrderHold>all(
              token -> peers.holds().listHolds(request.setPageToken(token).build()),
              ListHoldsResponse::getHoldsList,
              ListHoldsResponse::getNextPageToken);
      grid(holds)
          .print(format, ListHoldsResponse.newBuilder().addAllHolds(holds).build(), System.out);
      return 0;
    }
  }

  private static Grid grid(List<OrderHold> holds) {
    Grid grid =
        new Grid(
            List.of("order", "when", "rule", "state", "net", "currency", "evidence", "decided by"));
    for (OrderHold hold : holds) {
      grid.add(
          Stream.of(
                  hold.getKey().getOrderId(),
                  ProtoTimes.toInstant(hold.getConversionTime()).toString(),
                  Names.plain("HOLD_RULE_", hold.getRule().name()),
                  Names.plain("HOLD_STATE_", hold.getState().name()),
                  hold.getCurrencyCode().isEmpty()
                      ? ""
                      : Currencies.format(hold.getCurrencyCode(), hold.getNetMinor()),
                  hold.getCurrencyCode(),
                  evidence(hold),
                  decision(hold))
              .map(Cell::text)
              .toList());
    }
    return grid;
  }

  private static String evidence(OrderHold hold) {
    return hold.getActor().isEmpty()
        ? hold.getEvidence().getSummary()
        : "%s: %s".formatted(hold.getActor(), hold.getReason());
  }

  private static String decision(OrderHold hold) {
    return hold.getResolveActor().isEmpty()
        ? hold.getResolveReason()
        : "%s: %s".formatted(hold.getResolveActor(), hold.getResolveReason());
  }
}
