package dev.tributary.local.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Programs of the machine that some tests want. */
public final class Tool {
  private Tool() {}

  /** What a program printed, errors included, and how it ended. */
  public record Result(int exitCode, String output) {}

  /** Runs a program to its end. */
  public static Result run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  /**
   * Skips the test, loudly, when the machine lacks a program; fails it in continuous integration,
   * which installs all of them.
   *
   * @param name of the program, for the message
   * @param probe a command that ends with 0 when it is there
   */
  public static void require(String name, String... probe) throws InterruptedException {
    if (isThere(probe)) {
      return;
    }
    String message =
        "SKIPPED: " + name + " is not on this machine; see CONTRIBUTING.md, Everyday commands";
    if (System.getenv("CI") != null) {
      throw new AssertionError(message);
    }
    System.err.println(message);
    Assumptions.abort(message);
  }

  private static boolean isThere(String... probe) throws InterruptedException {
    try {
      return run(List.of(probe)).exitCode() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
