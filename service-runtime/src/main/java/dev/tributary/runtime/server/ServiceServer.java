package dev.tributary.runtime.server;

import static io.grpc.ServerInterceptors.interceptForward;

import dev.tributary.runtime.identity.Uuid7;
import dev.tributary.runtime.telemetry.Telemetry;
import io.grpc.BindableService;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallExecutorSupplier;
import io.grpc.ServerInterceptor;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A running gRPC server: the given services behind the interceptors, with health and reflection.
 * Health says SERVING once the port is open, for "" and for every service by its full name.
 */
public final class ServiceServer implements AutoCloseable {
  private static final int MESSAGE_BYTES_MAX = 4 * 1024 * 1024;
  private static final int KEEPALIVE_SECONDS_MIN = 10;

  private final ServerConfig config;
  private final HealthStatusManager health = new HealthStatusManager();
  private final CallThreads threads;
  private final RequestLog requestLog;
  private final Deadlines deadlines;
  private final Server server;
  private final AtomicBoolean closed = new AtomicBoolean();
  private int port;

  private ServiceServer(
      String name,
      ServerConfig config,
      Telemetry telemetry,
      List<BindableService> services,
      Set<String> hotMethods) {
    this.config = config;
    this.threads = new CallThreads(name, config.callThreads());
    this.requestLog = new RequestLog(new Uuid7(Clock.systemUTC(), new SecureRandom())::next);
    this.deadlines = new Deadlines(name, config.deadlineDefault(), threads.timer());
    this.server = build(telemetry, services, hotMethods);
  }

  /**
   * Starts a server whose handlers all run on the call threads.
   *
   * @param name of the service, for thread names
   * @throws UncheckedIOException when the port cannot be opened
   */
  public static ServiceServer start(
      String name, ServerConfig config, List<BindableService> services) {
    return start(name, config, Telemetry.none(), services, Set.of());
  }

  /** Starts a server that nobody measures. */
  public static ServiceServer start(
      String name, ServerConfig config, List<BindableService> services, Set<String> hotMethods) {
    return start(name, config, Telemetry.none(), services, hotMethods);
  }

  /**
   * Starts a server.
   *
   * @param telemetry measures its calls
   * @param hotMethods full names ("package.Service/Method") of methods that never block and
   *     therefore run directly on the network's threads
   * @throws UncheckedIOException when the port cannot be opened
   */
  public static ServiceServer start(
      String name,
      ServerConfig config,
      Telemetry telemetry,
      List<BindableService> services,
      Set<String> hotMethods) {
    ServiceServer server = new ServiceServer(name, config, telemetry, services, hotMethods);
    try {
      server.health.setStatus(
          HealthStatusManager.SERVICE_NAME_ALL_SERVICES, ServingStatus.NOT_SERVING);
      server.server.start();
    } catch (IOException portTaken) {
      server.threads.close();
      throw new UncheckedIOException(portTaken);
    }
    server.port = server.server.getPort();
    server.serving(services);
    return server;
  }

  /** The port that is really open. */
  public int port() {
    return port;
  }

  /** Where a client on the same machine reaches this server, for {@link Channels#open}. */
  public String target() {
    boolean everywhere = config.host().equals("0.0.0.0") || config.host().equals("::");
    return (everywhere ? "127.0.0.1" : config.host()) + ":" + port();
  }

  /**
   * Stops in the order in which nobody is hurt: health says NOT_SERVING, balancers get the drain
   * time to notice, new calls are refused, streams without an end are ended, other calls in flight
   * get the grace time, the rest is cut off. An interrupt skips the waiting.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    health.enterTerminalState();
    try {
      TimeUnit.MILLISECONDS.sleep(config.drain().toMillis());
      server.shutdown();
      deadlines.stop();
      server.awaitTermination(config.grace().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    server.shutdownNow();
    threads.close();
  }

  private Server build(
      Telemetry telemetry, List<BindableService> services, Set<String> hotMethods) {
    List<ServerInterceptor> forCalls = interceptors(hotMethods);
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(config.host(), config.port()))
            .directExecutor()
            .callExecutor(executorOf(hotMethods))
            .maxInboundMessageSize(MESSAGE_BYTES_MAX)
            .permitKeepAliveTime(KEEPALIVE_SECONDS_MIN, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .addService(interceptForward(health.getHealthService(), healthInterceptors()));
    services.forEach(service -> builder.addService(interceptForward(service, forCalls)));
    if (config.reflection()) {
      builder.addService(interceptForward(ProtoReflectionServiceV1.newInstance(), forCalls));
    }
    telemetry.measureCalls(builder);
    return builder.build();
  }

  /** What every call passes, outermost first. */
  private List<ServerInterceptor> interceptors(Set<String> hotMethods) {
    return List.of(
        requestLog,
        new Errors(),
        new Callers(config.keys()),
        deadlines,
        new InFlightLimit(config.inFlightMax(), hotMethods));
  }

  /** What health checks pass: they come without a key, and overload is no ill health. */
  private List<ServerInterceptor> healthInterceptors() {
    return List.of(requestLog, new Errors(), deadlines);
  }

  /** Hot methods and health checks run on the network's threads, all others on ours. */
  private ServerCallExecutorSupplier executorOf(Set<String> hotMethods) {
    return new ServerCallExecutorSupplier() {
      @Override
      public <Q, A> @Nullable Executor getExecutor(ServerCall<Q, A> call, Metadata headers) {
        MethodDescriptor<Q, A> method = call.getMethodDescriptor();
        boolean direct =
            hotMethods.contains(method.getFullMethodName())
                || HealthGrpc.SERVICE_NAME.equals(method.getServiceName());
        return direct ? null : threads.calls();
      }
    };
  }

  private void serving(List<BindableService> services) {
    for (BindableService service : services) {
      String name = service.bindService().getServiceDescriptor().getName();
      health.setStatus(name, ServingStatus.SERVING);
    }
    health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, ServingStatus.SERVING);
  }
}
