package dev.tributary.local.command;

import dev.tributary.local.client.Targets;
import dev.tributary.local.suite.LocalSuite;
import dev.tributary.runtime.telemetry.Telemetry;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the four services until Ctrl-C. */
@Command(
    name = "up",
    description =
        "Runs the four services in this process, each on its own port and H2 file, until Ctrl-C.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  tributary up --data-dir /var/lib/tributary")
public final class UpCommand implements Callable<Integer> {
  @Mixin private SuiteOptions suiteOptions = new SuiteOptions();

  @Override
  public Integer call() throws InterruptedException {
    try (Telemetry telemetry = Telemetry.open(suiteOptions.metering())) {
      LocalSuite.Started started =
          LocalSuite.start(
              suiteOptions.dataDir(),
              suiteOptions.ports(),
              suiteOptions.access(),
              telemetry,
              Clock.systemUTC());
      print(started.targets());
      new Serving(started).untilStopped();
      return 0;
    }
  }

  static void print(Targets targets) {
    System.out.printf(
        "ingestion    %s%nmetrics      %s%nattribution  %s%nreporting    %s%n",
        targets.ingestion(), targets.metrics(), targets.attribution(), targets.reporting());
  }
}
