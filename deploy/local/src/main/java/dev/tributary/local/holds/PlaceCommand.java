package dev.tributary.local.holds;

import dev.tributary.attribution.v1.CodeUses;
import dev.tributary.attribution.v1.HoldKey;
import dev.tributary.attribution.v1.PlaceHoldsRequest;
import dev.tributary.attribution.v1.PlaceHoldsResponse;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.codes.KnownCode;
import dev.tributary.local.output.Format;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds orders. */
@Command(
    name = "place",
    description = "Holds orders back from being paid for: those named, or all uses of a code.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary holds place '#10234' --reason 'address is the creator''s'",
      "  tributary holds place --uses-of EMILY10 --from 2026-11-10 --to 2026-11-20 \\",
      "    --rule code_leak --reason 'on a coupon site'"
    })
final class PlaceCommand implements Callable<Integer> {
  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Mixin private ActorOptions actor = new ActorOptions();

  @Option(
      names = "--uses-of",
      paramLabel = "CODE",
      description = "All orders that this code is credited for, with --from and --to.")
  private @Nullable String usesOf;

  @Option(names = "--from", paramLabel = "TIME", description = "Orders from then on.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Orders before then.")
  private @Nullable String to;

  @Option(
      names = "--rule",
      paramLabel = "NAME",
      description = "code_leak, code_rotation or manual (default: ${DEFAULT-VALUE}).")
  private String rule = "manual";

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

  @Parameters(arity = "0..*", paramLabel = "ORDER", description = "The shop's ids of the orders.")
  private List<String> orders = List.of();

  @Override
  public Integer call() {
    try (Peers peers = connect.open()) {
      PlaceHoldsRequest.Builder request =
          PlaceHoldsRequest.newBuilder()
              .setRule(WhichHolds.rule(rule))
              .setActor(actor.actor())
              .setReason(actor.reason())
              .setValidateOnly(actor.isOnlyALook());
      String code = usesOf;
      if (code == null && orders.isEmpty()) {
        throw new IllegalArgumentException("no order (expected: some, or --uses-of)");
      }
      orders.forEach(
          order ->
              request.addOrders(
                  HoldKey.newBuilder().setStorefrontId(storefront).setOrderId(order)));
      if (code != null) {
        request.setUses(
            CodeUses.newBuilder()
                .setCodeId(KnownCode.find(peers, storefront, code).getCodeId())
                .setTimeRange(WhichHolds.range(from, to)));
      }
      PlaceHoldsResponse answer =
          peers.holds().placeHolds(request.setBatchId(actor.batchId()).build());
      String did = actor.isOnlyALook() ? "would hold" : "held";
      new OutcomeTable(answer.getOutcome()).print(did, format, answer, System.out);
      return 0;
    }
  }
}
