package dev.tributary.runtime.server;

import dev.tributary.runtime.settings.HelpWanted;
import dev.tributary.runtime.settings.SettingsException;
import java.util.function.Supplier;

/**
 * The life of a service as a process of its own. The process ends with 0 after {@code --help},
 * {@value #EXIT_SETTINGS} for settings that cannot be used, {@value #EXIT_START} when the start
 * fails, and as its signal says (143, 130) after SIGTERM or Ctrl-C, when everything was closed in
 * order.
 */
public final class ServiceRunner {
  private static final int EXIT_START = 1;
  private static final int EXIT_SETTINGS = 2;

  private ServiceRunner() {}

  /**
   * Starts the service, says where it listens, and leaves it running until the process is told to
   * stop.
   */
  public static void run(String name, Supplier<RunningService> start) {
    try {
      RunningService service = start.get();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(name, service), name + "-stop"));
      System.out.println(name + " listens on " + service.target());
    } catch (HelpWanted help) {
      System.out.println(help.getMessage());
    } catch (SettingsException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(EXIT_SETTINGS);
    } catch (RuntimeException | Error fault) {
      fault.printStackTrace();
      System.exit(EXIT_START);
    }
  }

  private static void stop(String name, RunningService service) {
    service.close();
    System.out.println(name + " stopped");
  }
}
