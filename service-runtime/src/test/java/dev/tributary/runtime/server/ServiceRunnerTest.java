package dev.tributary.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.testing.TestServer;
import io.grpc.ManagedChannel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The life of a process, seen from outside. */
class ServiceRunnerTest {
  private static final int WAIT_SECONDS = 60;

  /** 128 + 15, as every process that SIGTERM ends. */
  private static final int EXIT_SIGTERM = 143;

  @Test
  void a_service_says_where_it_listens_and_closes_in_order_when_told_to_stop() throws Exception {
    Process process = start("--port=0");
    try (BufferedReader out = process.inputReader()) {
      String line = out.readLine();
      assertThat(line).matches("echo listens on 127\\.0\\.0\\.1:\\d+");
      String target = line.substring(line.lastIndexOf(' ') + 1);
      ManagedChannel channel = Channels.open(target, Optional.empty());
      assertThat(EchoService.echo(channel, "alive")).isEqualTo("alive");
      channel.shutdownNow();

      process.toHandle().destroy();

      assertThat(out.readLine()).isEqualTo("database closed");
      assertThat(out.readLine()).isEqualTo("echo stopped");
      assertThat(exitOf(process)).isEqualTo(EXIT_SIGTERM);
    }
  }

  @Test
  void settings_that_cannot_be_used_end_it_with_2_and_all_problems() throws Exception {
    Process process = start("--port=x", "--typo");

    assertThat(exitOf(process)).isEqualTo(2);
    assertThat(process.errorReader().lines())
        .anyMatch(line -> line.contains("port: \"x\""))
        .anyMatch(line -> line.contains("--typo: unknown flag"));
  }

  @Test
  void help_ends_it_with_0() throws Exception {
    Process process = start("--help");

    assertThat(exitOf(process)).isZero();
    assertThat(process.inputReader().lines()).anyMatch(line -> line.contains("--api-keys"));
  }

  @Test
  void a_start_that_fails_ends_it_with_1() throws Exception {
    try (TestServer holder = TestServer.start(new EchoService())) {
      Process process = start("--port=" + holder.port());

      assertThat(exitOf(process)).isEqualTo(1);
      assertThat(process.errorReader().lines()).anyMatch(line -> line.contains("IOException"));
    }
  }

  private static Process start(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(RunnerMain.class.getName());
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).start();
    } catch (IOException notStarted) {
      throw new UncheckedIOException(notStarted);
    }
  }

  private static int exitOf(Process process) throws InterruptedException {
    assertThat(process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
