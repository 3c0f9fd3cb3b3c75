package dev.tributary.local.durability;

import dev.tributary.attribution.AttributionMain;
import dev.tributary.ingestion.IngestionMain;
import dev.tributary.metrics.MetricsMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A service as a process of its own, which can be killed and started again on the same port. */
final class ServiceProcess implements AutoCloseable {
  private static final int WAIT_SECONDS = 120;

  /** Wanted on a server by the services that hash persons. */
  private static final String ID_KEY = "0123456789abcdef".repeat(4);

  private static final Pattern TROUBLE = Pattern.compile(" WARN | ERROR |^Caused by: ");
  private static final String LISTENS = " listens on ";

  private final Class<?> main;
  private final List<String> arguments;
  private Process process;
  private String target;

  /** Starts attribution; returns when it listens. */
  static ServiceProcess attribution(List<String> store) {
    return new ServiceProcess(AttributionMain.class, withKey(store));
  }

  /** Starts ingestion; returns when it listens. */
  static ServiceProcess ingestion(List<String> store) {
    return new ServiceProcess(IngestionMain.class, withKey(store));
  }

  /** Starts metrics, which follows the other two; returns when it listens. */
  static ServiceProcess metrics(List<String> store, String ingestion, String attribution) {
    return new ServiceProcess(MetricsMain.class, Metrics.arguments(store, ingestion, attribution));
  }

  private static List<String> withKey(List<String> store) {
    List<String> arguments = new ArrayList<>(store);
    arguments.add("--id-key=" + ID_KEY);
    return arguments;
  }

  private ServiceProcess(Class<?> main, List<String> arguments) {
    this.main = main;
    this.arguments = List.copyOf(arguments);
    this.process = spawn(0);
    this.target = awaitTarget();
  }

  /** Where it listens, also after it was started again. */
  String target() {
    return target;
  }

  /** SIGKILL: the process gets no moment to do anything. */
  void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(main + " survived its kill");
      }
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  /** Starts it once more where it was; returns when it listens. */
  void startAgain() {
    process = spawn(Integer.parseInt(target.substring(target.lastIndexOf(':') + 1)));
    target = awaitTarget();
  }

  @Override
  public void close() {
    kill();
  }

  /** With the quick compiler only: the process does not live long enough to earn the other. */
  private Process spawn(int port) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--port=" + port));
    command.addAll(arguments);
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException notStarted) {
      throw new UncheckedIOException(notStarted);
    }
  }

  private String awaitTarget() {
    CompletableFuture<String> listening = new CompletableFuture<>();
    BufferedReader output = process.inputReader();
    Thread reader = new Thread(() -> read(output, listening), "output of " + main.getSimpleName());
    reader.setDaemon(true);
    reader.start();
    return listening.orTimeout(WAIT_SECONDS, TimeUnit.SECONDS).join();
  }

  /**
   * Reads to the end, so that the process is never held up by what it prints, and shows what
   * explains a test that fails.
   */
  private static void read(BufferedReader output, CompletableFuture<String> listening) {
    Queue<String> lines = new ConcurrentLinkedQueue<>();
    try (output) {
      String line = output.readLine();
      while (line != null) {
        lines.add(line);
        if (TROUBLE.matcher(line).find()) {
          System.out.println(line);
        }
        int said = line.indexOf(LISTENS);
        if (said >= 0) {
          listening.complete(line.substring(said + LISTENS.length()));
        }
        line = output.readLine();
      }
      listening.completeExceptionally(new IllegalStateException(String.join("\n", lines)));
    } catch (IOException killed) {
      listening.completeExceptionally(killed);
    }
  }
}
