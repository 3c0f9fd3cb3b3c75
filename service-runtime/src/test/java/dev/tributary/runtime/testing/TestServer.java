package dev.tributary.runtime.testing;

import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.server.ServerConfig;
import dev.tributary.runtime.server.ServiceServer;
import dev.tributary.runtime.server.TestKeys;
import io.grpc.BindableService;
import io.grpc.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A real server on a real port with the real interceptors, and clients of it. The key of every
 * workspace is known, so a test only names the workspace that it calls as.
 */
public final class TestServer implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final ServiceServer server;
  private final TestClients clients;

  private TestServer(ServiceServer server) {
    this.server = server;
    this.clients = new TestClients(server.target());
  }

  /** Starts the services with {@link #config()}. */
  public static TestServer start(BindableService... services) {
    return start(config(), services);
  }

  /** Starts the services with a configuration whose keys are {@link TestKeys#anyWorkspace()}. */
  public static TestServer start(ServerConfig config, BindableService... services) {
    return new TestServer(ServiceServer.start("test", config, List.of(services)));
  }

  /** Starts the services with some methods on the network's threads. */
  public static TestServer startHot(Set<String> hotMethods, BindableService... services) {
    return new TestServer(ServiceServer.start("test", config(), List.of(services), hotMethods));
  }

  /** Any free port, the keys of tests, and no patience with calls that outlive the test. */
  public static ServerConfig config() {
    ServerConfig local = ServerConfig.local(0);
    return new ServerConfig(
        local.host(),
        local.port(),
        TestKeys.anyWorkspace(),
        local.callThreads(),
        local.inFlightMax(),
        local.deadlineDefault(),
        local.drain(),
        GRACE,
        local.reflection());
  }

  /** A channel for stubs that call as the workspace; without scopes it has all of them. */
  public Channel channel(String workspace, Scope... scopes) {
    return clients.channel(workspace, scopes);
  }

  /** A channel for stubs that call without a credential. */
  public Channel channelWithoutKey() {
    return clients.channelWithoutKey();
  }

  /** The port that is really open. */
  public int port() {
    return server.port();
  }

  /** Where the server listens. */
  public String target() {
    return server.target();
  }

  /**
   * Closes the server in its usual order, then the clients; fails if an answer broke the error
   * contract.
   */
  @Override
  public void close() {
    server.close();
    clients.close();
  }
}
