package dev.tributary.reporting;

import dev.tributary.runtime.server.ServiceRunner;
import dev.tributary.runtime.settings.Settings;
import dev.tributary.runtime.telemetry.MeteringConfig;
import dev.tributary.runtime.telemetry.Telemetry;
import java.time.Clock;
import java.util.List;

/** The reporting service as a process of its own. */
public final class ReportingMain {
  private ReportingMain() {}

  /** Runs the service until the process is told to stop; {@code --help} lists the settings. */
  public static void main(String[] arguments) {
    Settings settings = Settings.of(System.getenv(), List.of(arguments));
    ServiceRunner.run(
        "reporting",
        () -> {
          ReportingConfig config = ReportingConfig.from(settings);
          MeteringConfig metering = MeteringConfig.from(settings, config.server().host());
          settings.finish();
          Telemetry telemetry = Telemetry.open(metering);
          return ReportingApp.create(config, telemetry, Clock.systemUTC()).closingLast(telemetry);
        });
  }
}
