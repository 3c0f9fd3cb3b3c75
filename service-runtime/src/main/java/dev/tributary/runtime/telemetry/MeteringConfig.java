package dev.tributary.runtime.telemetry;

import dev.tributary.runtime.settings.Settings;

/**
 * Where a process shows its measurements.
 *
 * @param host address to listen on: the server's, so that what strangers cannot call they cannot
 *     measure either
 * @param port port of the endpoint, 1-65535; 0 for none, and then nothing is measured
 */
public record MeteringConfig(String host, int port) {

  /** Reads {@code metrics-port}. */
  public static MeteringConfig from(Settings settings, String host) {
    return new MeteringConfig(
        host,
        settings.integer(
            "metrics-port", 0, 0, 65535, "Port of the Prometheus endpoint; 0 opens none."));
  }

  /** Whether anything is measured. */
  public boolean isOn() {
    return port > 0;
  }
}
