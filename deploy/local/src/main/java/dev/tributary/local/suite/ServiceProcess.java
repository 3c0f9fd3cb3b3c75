package dev.tributary.local.suite;

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
public final class ServiceProcess implements AutoCloseable {
  private static final int WAIT_SECONDS = 120;
  private static final int STOP_SECONDS = 30;
  private static final Pattern TROUBLE = Pattern.compile(" WARN | ERROR |^Caused by: ");
  private static final String LISTENS = " listens on ";

  private final Class<?> main;
  private final List<String> arguments;
  private Process process;
  private String target;

  /**
   * Starts a service from the classes of this process; returns when it listens.
   *
   * @param port to listen on; 0 takes a free one, which it keeps when it is started again
   * @param arguments all settings but the port
   * @throws RuntimeException if it does not start; with what it printed
   */
  public ServiceProcess(Class<?> main, int port, List<String> arguments) {
    this.main = main;
    this.arguments = List.copyOf(arguments);
    this.process = spawn(port);
    this.target = awaitTarget();
  }

  /** Where it listens, also after it was started again. */
  public String target() {
    return target;
  }

  /** SIGKILL: the process gets no moment to do anything. */
  public void kill() {
    process.destroyForcibly();
    if (!hasEnded(WAIT_SECONDS)) {
      throw new IllegalStateException(main + " survived its kill");
    }
  }

  /** Starts it once more where it was; returns when it listens. */
  public void startAgain() {
    process = spawn(Integer.parseInt(target.substring(target.lastIndexOf(':') + 1)));
    target = awaitTarget();
  }

  /** SIGTERM: the process ends in order, and is killed only if it takes too long. */
  public void stop() {
    process.destroy();
    if (!hasEnded(STOP_SECONDS)) {
      kill();
    }
  }

  /** Kills it, if it still runs. */
  @Override
  public void close() {
    kill();
  }

  private boolean hasEnded(int waitSeconds) {
    try {
      return process.waitFor(waitSeconds, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
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
   * explains a failure.
   */
  private static void read(BufferedReader output, CompletableFuture<String> listening) {
    Queue<String> lines = new ConcurrentLinkedQueue<>();
    try (output) {
      String line = output.readLine();
      while (line != null) {
        lines.add(line);
        if (TROUBLE.matcher(line).find()) {
          System.err.println(line);
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
