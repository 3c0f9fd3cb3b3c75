package dev.tributary.bench.process;

import dev.tributary.attribution.v1.CreateLinksRequest;
import dev.tributary.attribution.v1.CreateLinksResponse;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.LinkServiceGrpc;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.bench.load.Touches;
import dev.tributary.type.v1.VerdictStatus;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;

/** The links that the touches name; each belongs to a creator of its own. */
public final class Links {
  private Links() {}

  /** Creates them in a service. */
  public static void create(ServiceProcess service) {
    CreateLinksRequest.Builder request = CreateLinksRequest.newBuilder();
    for (int link = 0; link < Touches.LINKS; link++) {
      request.addLinks(
          Link.newBuilder()
              .setLinkId(Touches.linkId(link))
              .setDestinationUrl("https://shop.example/spring")
              .setOwner(
                  Owner.newBuilder()
                      .setCollaborationId("collab-" + link)
                      .setCreatorId("creator-" + link)
                      .setCampaignId("spring-glow-2026")));
    }
    ManagedChannel channel = NettyChannelBuilder.forTarget(service.target()).usePlaintext().build();
    try {
      requireAll(LinkServiceGrpc.newBlockingStub(channel).createLinks(request.build()));
    } finally {
      channel.shutdownNow();
    }
  }

  private static void requireAll(CreateLinksResponse response) {
    response.getResultsList().stream()
        .filter(result -> result.getVerdict().getStatus() != VerdictStatus.VERDICT_STATUS_RECORDED)
        .findFirst()
        .ifPresent(
            refused -> {
              throw new IllegalStateException("link: " + refused + " (expected: RECORDED)");
            });
  }
}
