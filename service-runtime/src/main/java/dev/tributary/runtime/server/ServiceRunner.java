package dev.tributary.runtime.server;

import dev.tributary.runtime.settings.HelpWanted;
import dev.tributary.runtime.settings.SettingsException;
import java.util.concurrent.CountDownLatch;
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
   * Starts the service, says where it listens, and returns when the process was told to stop and
   * everything is closed. The service's own threads do not keep a process alive; this call does.
   */
  public static void run(String name, Supplier<RunningService> start) {
    try {
      RunningService service = start.get();
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> stop(name, service, stopped), name + "-stop"));
      System.out.println(name + " listens on " + service.target());
      stopped.await();
    } catch (HelpWanted help) {
      System.out.println(help.getMessage());
    } catch (SettingsException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(EXIT_SETTINGS);
    } catch (InterruptedException toldToStop) {
      System.exit(0);
    } catch (RuntimeException | Error fault) {
      fault.printStackTrace();
      System.exit(EXIT_START);
    }
  }

  private static void stop(String name, RunningService service, CountDownLatch stopped) {
    try {
      service.close();
      System.out.println(name + " stopped");
    } finally {
      stopped.countDown();
    }
  }
}
