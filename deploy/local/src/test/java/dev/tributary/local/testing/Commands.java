package dev.tributary.local.testing;

import dev.tributary.local.Tributary;
import dev.tributary.local.testing.OwnSuite.Said;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/** The {@code tributary} command as a user calls it, in this process. */
public final class Commands {
  private Commands() {}

  /** Calls {@code tributary}. */
  public static Said run(List<String> command) {
    PrintStream before = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    StringWriter complained = new StringWriter();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      CommandLine line = Tributary.commandLine().setErr(new PrintWriter(complained, true));
      int exitCode = line.execute(command.toArray(String[]::new));
      return new Said(exitCode, said.toString(StandardCharsets.UTF_8), complained.toString());
    } finally {
      System.setOut(before);
    }
  }
}
