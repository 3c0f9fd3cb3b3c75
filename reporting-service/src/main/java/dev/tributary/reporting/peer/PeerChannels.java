package dev.tributary.reporting.peer;

import dev.tributary.runtime.server.Channels;
import dev.tributary.runtime.server.Credentials;
import dev.tributary.runtime.settings.Secret;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import java.util.List;
import java.util.Optional;

/**
 * One channel to each of the other services. Calls go in the name of our caller; only the feeds,
 * which span workspaces, are opened with a key of our own where one is set.
 */
public final class PeerChannels implements AutoCloseable {
  private final ManagedChannel ingestion;
  private final ManagedChannel metrics;
  private final ManagedChannel attribution;
  private final Optional<Secret> feedKey;

  /**
   * Opens the channels; they connect on their first call.
   *
   * @param feedKey a key of scope "feed"; without one our caller's credential must have the scope,
   *     as every caller has where services run without keys
   */
  public PeerChannels(
      String ingestionTarget,
      String metricsTarget,
      String attributionTarget,
      Optional<Secret> feedKey) {
    this.ingestion = Channels.open(ingestionTarget, Optional.empty());
    this.metrics = Channels.open(metricsTarget, Optional.empty());
    this.attribution = Channels.open(attributionTarget, Optional.empty());
    this.feedKey = feedKey;
  }

  Channel ingestion() {
    return forwarding(ingestion);
  }

  Channel metrics() {
    return forwarding(metrics);
  }

  Channel attribution() {
    return forwarding(attribution);
  }

  Channel ingestionFeed() {
    return feed(ingestion);
  }

  Channel attributionFeed() {
    return feed(attribution);
  }

  /** Ends all calls to the other services. */
  @Override
  public void close() {
    List.of(ingestion, metrics, attribution).forEach(ManagedChannel::shutdownNow);
  }

  private Channel feed(ManagedChannel channel) {
    // The inner interceptor comes last, so its key replaces the caller's credential.
    return feedKey
        .map(key -> forwarding(ClientInterceptors.intercept(channel, Credentials.fixed(key))))
        .orElseGet(() -> forwarding(channel));
  }

  private static Channel forwarding(Channel channel) {
    return ClientInterceptors.intercept(channel, Credentials.forwarding());
  }
}
