package dev.tributary.bench.process;

import dev.tributary.attribution.v1.CodeLimits;
import dev.tributary.attribution.v1.CreatePromoCodesRequest;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.bench.load.CheckoutCalls;
import dev.tributary.type.v1.Money;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;

/** The code of the checkouts. It has every kind of limit, none of which they reach. */
public final class Codes {
  private static final long USES_MAX = 1_000_000_000;
  private static final long BUDGET_MINOR_MAX = 1_000_000_000_000L;

  private Codes() {}

  /** Creates it in a service. */
  public static void create(String target) {
    PromoCode code =
        PromoCode.newBuilder()
            .setCodeId("hot")
            .setCode(CheckoutCalls.CODE)
            .setOwner(
                Owner.newBuilder()
                    .setCollaborationId("collab-0")
                    .setCreatorId("creator-0")
                    .setCampaignId("spring-glow-2026"))
            .setLimits(
                CodeLimits.newBuilder()
                    .setMaxUses(USES_MAX)
                    .setMaxUsesPerCustomer(USES_MAX)
                    .setBudget(
                        Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(BUDGET_MINOR_MAX)))
            .build();
    ManagedChannel channel = NettyChannelBuilder.forTarget(target).usePlaintext().build();
    try {
      var results =
          PromoCodeServiceGrpc.newBlockingStub(channel)
              .createPromoCodes(CreatePromoCodesRequest.newBuilder().addPromoCodes(code).build())
              .getResultsList();
      if (results.stream().anyMatch(verdict -> verdict.hasRejection())) {
        throw new IllegalStateException("code: " + results + " (expected: RECORDED)");
      }
    } finally {
      channel.shutdownNow();
    }
  }
}
