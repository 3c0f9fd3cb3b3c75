package dev.tributary.runtime.telemetry;

import io.grpc.ServerBuilder;
import io.grpc.opentelemetry.GrpcOpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.prometheus.PrometheusHttpServer;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;

/**
 * The measurements of a process. Components make their instruments with {@link #meter()} and need
 * not know whether anybody reads them: without an endpoint the instruments do nothing. One for the
 * process, closed last.
 */
public final class Telemetry implements AutoCloseable {
  private static final String SCOPE = "dev.tributary";
  private static final Telemetry NONE = new Telemetry(MeterProvider.noop(), false, () -> {});

  private final MeterProvider meters;
  private final boolean on;
  private final Runnable close;

  private Telemetry(MeterProvider meters, boolean on, Runnable close) {
    this.meters = meters;
    this.on = on;
    this.close = close;
  }

  /** Measures nothing and costs nothing. */
  public static Telemetry none() {
    return NONE;
  }

  /**
   * Opens the endpoint {@code /metrics} and begins to measure this JVM, or nothing when it is off.
   *
   * @throws java.io.UncheckedIOException when the port cannot be opened
   */
  public static Telemetry open(MeteringConfig config) {
    if (!config.isOn()) {
      return NONE;
    }
    PrometheusHttpServer endpoint =
        PrometheusHttpServer.builder().setHost(config.host()).setPort(config.port()).build();
    SdkMeterProvider meters = SdkMeterProvider.builder().registerMetricReader(endpoint).build();
    var telemetry = new Telemetry(meters, true, meters::close);
    JvmMeters.observe(telemetry.meter());
    return telemetry;
  }

  /** Makes instruments. Names are dotted and begin with {@code tributary.}; units are UCUM. */
  public Meter meter() {
    return meters.get(SCOPE);
  }

  /** Measures the calls of a server: {@code grpc.server.call.*}, by method and status. */
  public void measureCalls(ServerBuilder<?> server) {
    if (on) {
      GrpcOpenTelemetry.newBuilder()
          .sdk(new MetersOnly(meters))
          .build()
          .configureServerBuilder(server);
    }
  }

  /** Closes the endpoint. */
  @Override
  public void close() {
    close.run();
  }
}
