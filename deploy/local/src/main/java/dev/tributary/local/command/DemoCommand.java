package dev.tributary.local.command;

import dev.tributary.local.client.Peers;
import dev.tributary.local.demo.CrashDemo;
import dev.tributary.local.demo.Demo;
import dev.tributary.local.demo.DemoMoment;
import dev.tributary.local.demo.world.DemoWorld;
import dev.tributary.local.output.Terminal;
import dev.tributary.local.suite.LocalSuite;
import dev.tributary.local.suite.SplitSuite;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the suite, sends it the demo's world and prints the screen. */
@Command(
    name = "demo",
    description = {
      "Runs the suite, sends it two campaigns with 40 creators, 60,000 touches and 3,000 orders",
      "through the public API, shows what came of it, and keeps serving until Ctrl-C.",
      "Run again on the same data it changes nothing."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary demo --once              show, and end with 0 if the books tie out",
      "  tributary demo --crash             the same with kill -9 in the middle, and end",
      "  tributary demo --seed 7 --data-dir /tmp/seven",
    })
public final class DemoCommand implements Callable<Integer> {
  @Mixin private SuiteOptions suiteOptions = new SuiteOptions();

  @Option(names = "--once", description = "End after the screen instead of serving on.")
  private boolean once;

  @Option(
      names = "--crash",
      description =
          "Run ingestion and attribution as processes of their own, kill -9 them in the middle of"
              + " the load, send again what was not acknowledged, and end with 0 if all totals are"
              + " as without.")
  private boolean crash;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed makes the same world (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--scale",
      paramLabel = "X",
      description =
          "Times 60,000 touches and 3,000 orders, 0.01 to 100 (default: ${DEFAULT-VALUE}).")
  private double scale = 1;

  @Override
  public Integer call() throws InterruptedException {
    requireScale();
    Clock clock = Clock.systemUTC();
    Path directory = suiteOptions.dataDir().resolve("demo");
    DemoMoment moment =
        DemoMoment.of(directory, new DemoMoment(seed, scale, clock.instant()))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        directory
                            + " holds a demo of another seed or scale; name another --data-dir"));
    System.out.printf(
        "TRIBUTARY DEMO  ·  seed %d  ·  scale %s  ·  data in %s%n",
        seed, scale, suiteOptions.dataDir());
    DemoWorld world = DemoWorld.of(moment.seed(), moment.scale(), moment.now());
    return crash ? crash(world, clock) : show(world, directory, clock);
  }

  private int crash(DemoWorld world, Clock clock) {
    Path directory = suiteOptions.dataDir().resolve("crash");
    try (SplitSuite suite =
        SplitSuite.start(
            suiteOptions.dataDir(), suiteOptions.ports(), suiteOptions.access(), clock)) {
      return new CrashDemo(directory, System.out).play(world, suite) ? 0 : 1;
    }
  }

  private int show(DemoWorld world, Path directory, Clock clock) throws InterruptedException {
    LocalSuite.Started started =
        LocalSuite.start(
            suiteOptions.dataDir(), suiteOptions.ports(), suiteOptions.access(), clock);
    boolean exact;
    try (Peers peers = new Peers(started.targets(), Optional.empty())) {
      boolean terminal = Terminal.isWatched();
      exact = new Demo(started.targets(), peers, directory, System.out, terminal).play(world);
    } catch (RuntimeException fault) {
      started.close();
      throw fault;
    }
    if (once) {
      started.close();
      return exact ? 0 : 1;
    }
    System.out.println();
    UpCommand.print(started.targets());
    new Serving(started).untilStopped();
    return 0;
  }

  private void requireScale() {
    if (!(scale >= 0.01 && scale <= 100)) {
      throw new IllegalArgumentException("--scale: " + scale + " (expected: 0.01 to 100)");
    }
  }
}
