package dev.tributary.runtime.server;

import dev.tributary.runtime.settings.Secret;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Channels to other services. One per peer, opened when a service is put together and closed with
 * it.
 */
public final class Channels {
  private static final int MESSAGE_BYTES_MAX = 16 * 1024 * 1024;
  private static final int KEEPALIVE_SECONDS = 30;

  /**
   * Retries of what could not be delivered. All methods qualify: each is a read, or idempotent by
   * the ids that its caller makes. Numbers are doubles because gRPC wants them so.
   */
  private static final Map<String, ?> SERVICE_CONFIG =
      Map.of(
          "methodConfig",
          List.of(
              Map.of(
                  "name",
                  List.of(Map.of()),
                  "retryPolicy",
                  Map.of(
                      "maxAttempts",
                      4.0,
                      "initialBackoff",
                      "0.1s",
                      "maxBackoff",
                      "1s",
                      "backoffMultiplier",
                      2.0,
                      "retryableStatusCodes",
                      List.of("UNAVAILABLE")))),
          "retryThrottling",
          Map.of("maxTokens", 100.0, "tokenRatio", 0.1));

  private Channels() {}

  /**
   * Opens a channel; it connects on its first call. Unreachable peers are answered with
   * PEER_UNAVAILABLE.
   *
   * @param target host and port, or any target that gRPC resolves
   * @param key what to call with; without it calls carry what interceptors such as {@link
   *     Credentials#forwarding} add
   */
  public static ManagedChannel open(String target, Optional<Secret> key) {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forTarget(target)
            .usePlaintext()
            .maxInboundMessageSize(MESSAGE_BYTES_MAX)
            .keepAliveTime(KEEPALIVE_SECONDS, TimeUnit.SECONDS)
            .enableRetry()
            .defaultServiceConfig(SERVICE_CONFIG)
            .intercept(new PeerFaults());
    key.map(Credentials::fixed).ifPresent(builder::intercept);
    return builder.build();
  }
}
