package dev.tributary.local.holds;

import dev.tributary.attribution.v1.HoldFilter;
import dev.tributary.attribution.v1.HoldKey;
import dev.tributary.attribution.v1.HoldResolution;
import dev.tributary.attribution.v1.HoldState;
import dev.tributary.attribution.v1.ResolveHoldsRequest;
import dev.tributary.attribution.v1.ResolveHoldsResponse;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.output.Format;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides on holds. */
abstract class ResolveCommand implements Callable<Integer> {
  private final HoldResolution resolution;
  private final String done;

  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Mixin private WhichHolds which = new WhichHolds();

  @Mixin private ActorOptions actor = new ActorOptions();

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

  @Parameters(
      arity = "0..*",
      paramLabel = "ORDER",
      description = "The shop's ids of the orders; or name holds by the options.")
  private List<String> orders = List.of();

  private ResolveCommand(HoldResolution resolution, String done) {
    this.resolution = resolution;
    this.done = done;
  }

  @Override
  public Integer call() {
    if (orders.isEmpty() != which.isGiven()) {
      throw new IllegalArgumentException(
          "holds: %s (expected: either orders, or options such as --code)"
              .formatted(orders.isEmpty() ? "none named" : "named in two ways"));
    }
    try (Peers peers = connect.open()) {
      ResolveHoldsRequest.Builder request =
          ResolveHoldsRequest.newBuilder()
              .setResolution(resolution)
              .setActor(actor.actor())
              .setReason(actor.reason())
              .setValidateOnly(actor.isOnlyALook());
      if (orders.isEmpty()) {
        HoldFilter filter = which.filter(peers, storefront, HoldState.HOLD_STATE_UNSPECIFIED);
        request.setFilter(filter);
      }
      orders.forEach(
          order ->
              request.addHolds(HoldKey.newBuilder().setStorefrontId(storefront).setOrderId(order)));
      ResolveHoldsResponse answer =
          peers.holds().resolveHolds(request.setBatchId(actor.batchId()).build());
      String did = actor.isOnlyALook() ? "would be " + done : done;
      new OutcomeTable(answer.getOutcome()).print(did, format, answer, System.out);
      return 0;
    }
  }

  /** Frees orders. */
  @Command(
      name = "release",
      description = "Frees held orders, so that they are paid for.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  tributary holds release '#10234' --reason 'saw the video, says the customer'")
  static final class Release extends ResolveCommand {
    Release() {
      super(HoldResolution.HOLD_RESOLUTION_RELEASE, "released");
    }
  }

  /** Takes credit away. */
  @Command(
      name = "reject",
      description = "Takes the credit for held orders away; it moves to nobody, revenue stays.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  tributary holds reject --code EMILY10 --rule code_leak --reason 'coupon site'")
  static final class Reject extends ResolveCommand {
    Reject() {
      super(HoldResolution.HOLD_RESOLUTION_REJECT, "rejected");
    }
  }

  /** Takes a rejection back. */
  @Command(
      name = "restore",
      description = "Takes rejections back; who is credited is decided anew.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  tributary holds restore '#10234' --reason 'rejected by mistake'")
  static final class Restore extends ResolveCommand {
    Restore() {
      super(HoldResolution.HOLD_RESOLUTION_RESTORE, "restored");
    }
  }
}
