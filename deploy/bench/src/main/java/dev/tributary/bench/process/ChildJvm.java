package dev.tributary.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that we started, with our class path. Talks in lines; what it writes to its error stream
 * goes to a log file. Ends with this process, also when that is told to stop. Not thread-safe.
 */
public final class ChildJvm implements AutoCloseable {
  private static final int STOP_SECONDS_MAX = 30;

  private final Process process;
  private final BufferedReader out;
  private final PrintStream in;
  private final Path log;
  private final Thread reaper;

  private ChildJvm(Process process, Path log) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.log = log;
    this.reaper = new Thread(process::destroy, "reaper-of-" + process.pid());
    Runtime.getRuntime().addShutdownHook(reaper);
  }

  /**
   * Starts a JVM.
   *
   * @param log where its error stream goes
   * @param flags of the JVM
   * @param environment what to add to ours
   * @param main the class to run
   * @param arguments of the class
   */
  public static ChildJvm start(
      Path log,
      List<String> flags,
      Map<String, String> environment,
      Class<?> main,
      List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(ownJava());
    command.addAll(flags);
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dsun.stdout.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
      builder.environment().putAll(environment);
      return new ChildJvm(builder.start(), log);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Reads lines up to the first that contains the text, and answers it. */
  public String readUntil(String text) {
    String line = readLine();
    while (!line.contains(text)) {
      line = readLine();
    }
    return line;
  }

  /** Sends a line and answers the next one. */
  public String ask(String line) {
    in.println(line);
    return readLine();
  }

  /** Ends its input and tells it to stop, and waits until it has. */
  @Override
  public void close() {
    in.close();
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Runtime.getRuntime().removeShutdownHook(reaper);
    } catch (InterruptedException hurry) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IllegalStateException endingAnyway) {
      process.destroyForcibly();
    }
  }

  private String readLine() {
    try {
      return Optional.ofNullable(out.readLine())
          .orElseThrow(() -> new IllegalStateException("process ended; its errors are in " + log));
    } catch (IOException broken) {
      throw new UncheckedIOException("process cannot be read; its errors are in " + log, broken);
    }
  }

  private static String ownJava() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
