package dev.tributary.metrics;

import dev.tributary.runtime.server.ServiceRunner;
import dev.tributary.runtime.settings.Settings;
import java.time.Clock;
import java.util.List;

/** The metrics service as a process of its own. */
public final class MetricsMain {
  private MetricsMain() {}

  /** Runs the service until the process is told to stop; {@code --help} lists the settings. */
  public static void main(String[] arguments) {
    ServiceRunner.run(
        "metrics",
        () -> {
          Settings settings = Settings.of(System.getenv(), List.of(arguments));
          MetricsConfig config = MetricsConfig.from(settings);
          settings.finish();
          return MetricsApp.create(config, Clock.systemUTC());
        });
  }
}
