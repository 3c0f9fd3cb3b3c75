package dev.tributary.local.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.local.testing.OwnSuite;
import dev.tributary.local.testing.OwnSuite.Said;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about a campaign, against a suite that holds the examples. */
class CampaignCommandsTest {
  @TempDir static Path directory;

  private static OwnSuite suite;

  @BeforeAll
  static void fill() {
    suite = new OwnSuite(directory);
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
    Said printed = suite.run("preflight", "example-spring");
    assertThat(printed.text())
        .contains("is over")
        .containsPattern("link +example-link +example-anna +right")
        .endsWith("ready\n");
    assertThat(printed.exitCode()).isZero();
  }

  @Test
  void a_campaign_that_lacks_something_ends_with_2() {
    assertThat(suite.run("preflight", "example-winter"))
        .returns(2, Said::exitCode)
        .extracting(Said::text)
        .asString()
        .contains("No creator has agreed", "not ready");
    assertThat(suite.run("preflight", "nowhere"))
        .returns(2, Said::exitCode)
        .extracting(Said::text)
        .asString()
        .contains("The catalogue has no campaign nowhere.");
  }

  @Test
  void a_test_order_is_in_no_kpi() {
    String before = suite.run("watch", "example-spring", "--once").text();
    suite.run("preflight", "example-spring");
    assertThat(suite.run("watch", "example-spring", "--once").text()).isEqualTo(before);
  }

  @Test
  void a_campaign_is_shown_against_its_targets_and_an_earlier_one() {
    Said printed = suite.run("watch", "example-spring", "--once", "--against", "example-winter");
    assertThat(printed.exitCode()).isZero();
    assertThat(printed.text())
        .startsWith("example-spring  ·  day ")
        .contains("of target", "pace")
        .containsPattern("revenue +[0-9.,]+ EUR +4,000.00 EUR +[0-9.]+ %");
  }
}
