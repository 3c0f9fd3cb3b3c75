package dev.tributary.runtime.server;

import dev.tributary.runtime.settings.Settings;
import java.util.List;

/** A service as small as can be, run by {@link ServiceRunnerTest} in a process of its own. */
final class RunnerMain {
  private RunnerMain() {}

  public static void main(String[] arguments) {
    ServiceRunner.run("echo", () -> start(Settings.of(System.getenv(), List.of(arguments))));
  }

  private static RunningService start(Settings settings) {
    ServerConfig config = ServerConfig.from(settings, 0);
    settings.finish();
    return new RunningService(
        ServiceServer.start("echo", config, List.of(new EchoService())),
        () -> System.out.println("database closed"));
  }
}
