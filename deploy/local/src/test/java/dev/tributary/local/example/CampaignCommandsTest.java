package dev.tributary.local.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.local.Tributary;
import dev.tributary.local.client.Targets;
import dev.tributary.local.suite.Access;
import dev.tributary.local.suite.LocalSuite;
import dev.tributary.local.suite.Ports;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about a campaign, against a suite that holds the examples. */
class CampaignCommandsTest {
  @TempDir static Path directory;

  private static LocalSuite.Started suite;

  @BeforeAll
  static void fill() {
    suite = LocalSuite.start(directory, Ports.from(0), Access.open(), Clock.systemUTC());
    try (ExampleRun run = new ExampleRun(suite.targets(), Optional.empty())) {
      Example.all().forEach(run::call);
    }
  }

  @AfterAll
  static void close() {
    suite.close();
  }

  @Test
  void a_campaign_that_is_ready_ends_with_0_and_its_test_order_credits_the_creator() {
    Printed printed = run("preflight", "example-spring");
    assertThat(printed.text())
        .contains("is over")
        .containsPattern("link +example-link +example-anna +right")
        .endsWith("ready\n");
    assertThat(printed.exitCode()).isZero();
  }

  @Test
  void a_campaign_that_lacks_something_ends_with_2() {
    assertThat(run("preflight", "example-winter"))
        .returns(2, Printed::exitCode)
        .extracting(Printed::text)
        .asString()
        .contains("No creator has agreed", "not ready");
    assertThat(run("preflight", "nowhere"))
        .returns(2, Printed::exitCode)
        .extracting(Printed::text)
        .asString()
        .contains("The catalogue has no campaign nowhere.");
  }

  @Test
  void a_test_order_is_in_no_kpi() {
    String before = run("watch", "example-spring", "--once").text();
    run("preflight", "example-spring");
    assertThat(run("watch", "example-spring", "--once").text()).isEqualTo(before);
  }

  @Test
  void a_campaign_is_shown_against_its_targets_and_an_earlier_one() {
    Printed printed = run("watch", "example-spring", "--once", "--against", "example-winter");
    assertThat(printed.exitCode()).isZero();
    assertThat(printed.text())
        .startsWith("example-spring  ·  day ")
        .contains("of target", "pace")
        .containsPattern("revenue +[0-9.,]+ EUR +4,000.00 EUR +[0-9.]+ %");
  }

  private static Printed run(String... command) {
    Targets targets = suite.targets();
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.add("--ingestion=" + targets.ingestion());
    arguments.add("--metrics=" + targets.metrics());
    arguments.add("--attribution=" + targets.attribution());
    arguments.add("--reporting=" + targets.reporting());
    PrintStream before = System.out;
    var bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      int exitCode = Tributary.commandLine().execute(arguments.toArray(String[]::new));
      return new Printed(exitCode, bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }

  private record Printed(int exitCode, String text) {}
}
