package dev.tributary.runtime.testing;

import dev.tributary.runtime.server.Channels;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.server.TestKeys;
import dev.tributary.runtime.settings.Secret;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Clients of one running server whose keys are {@link TestKeys#anyWorkspace()}. Every answer is
 * checked against the error contract; closing fails when one broke it.
 */
public final class TestClients implements AutoCloseable {
  private final String target;
  private final ErrorConformance conformance = new ErrorConformance();
  private final List<ManagedChannel> channels = new CopyOnWriteArrayList<>();

  /** Clients of the server at the target, for example "127.0.0.1:7101". */
  public TestClients(String target) {
    this.target = target;
  }

  /** A channel for stubs that call as the workspace; without scopes it has all of them. */
  public Channel channel(String workspace, Scope... scopes) {
    return open(Optional.of(new Secret(TestKeys.key(workspace, scopes))));
  }

  /** A channel for stubs that call without a credential. */
  public Channel channelWithoutKey() {
    return open(Optional.empty());
  }

  /** Closes all channels, then fails if an answer broke the error contract. */
  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdownNow);
    conformance.verify();
  }

  private Channel open(Optional<Secret> key) {
    ManagedChannel channel = Channels.open(target, key);
    channels.add(channel);
    return ClientInterceptors.intercept(channel, conformance);
  }
}
