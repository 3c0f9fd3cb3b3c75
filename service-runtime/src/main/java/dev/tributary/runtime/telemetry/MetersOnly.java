package dev.tributary.runtime.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;

/** OpenTelemetry as libraries want it, with meters and without traces. */
record MetersOnly(MeterProvider meters) implements OpenTelemetry {
  @Override
  public MeterProvider getMeterProvider() {
    return meters;
  }

  @Override
  public TracerProvider getTracerProvider() {
    return TracerProvider.noop();
  }

  @Override
  public ContextPropagators getPropagators() {
    return ContextPropagators.noop();
  }
}
